import type { Shell } from './shells.js';

/**
 * What a shell runs once to know how to complete. Each of them asks `news-scrape complete` for the line that is being
 * written and reads lines of a kind, a word and what it is, with tabs between them.
 */
export const SCRIPTS: Readonly<Record<Shell, string>> = {
  // Bash takes words apart at = and : and wants only what follows; it has neither arrays from the end nor compopt before 4.
  bash: `# bash completion of news-scrape
_news_scrape() {
  local IFS=$' \\t\\n' line=\${COMP_LINE:0:COMP_POINT} current=\${COMP_WORDS[COMP_CWORD]} kind word about whole before
  local -a words
  read -ra words <<< "$line"
  case $line in *[[:space:]]) words+=('') ;; esac
  case $current in = | :) current= ;; esac
  whole=\${words[\${#words[@]}-1]}
  before=\${whole%"$current"}
  COMPREPLY=()
  while IFS=$'\\t' read -r kind word about; do
    case $kind:$before in
      word:*) case $word in "$whole"*) COMPREPLY+=("\${word#"$before"}") ;; esac ;;
      files: | files:*=) while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current") ;;
      folders: | folders:*=) while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -d -- "$current") ;;
    esac
    case $kind in files | folders) type compopt > /dev/null 2>&1 && compopt -o filenames ;; esac
  done < <(news-scrape complete -- "\${words[@]:1}" 2> /dev/null)
}
complete -F _news_scrape news-scrape
`,
  zsh: `#compdef news-scrape
_news_scrape() {
  local kind word about paths=
  local -a found
  while IFS=$'\\t' read -r kind word about; do
    case $kind in
      word) found+=("\${word//:/\\\\:}\${about:+:$about}") ;;
      *) paths=$kind ;;
    esac
  done < <(news-scrape complete -- "\${(@Q)words[2,CURRENT]}" 2> /dev/null)
  (( $#found )) && _describe news-scrape found
  case $PREFIX in --*=*) compset -P '*=' ;; esac
  case $paths in
    files) _files ;;
    folders) _files -/ ;;
  esac
}
if [[ $funcstack[1] == _news_scrape ]]; then
  _news_scrape "$@"
else
  compdef _news_scrape news-scrape
fi
`,
  fish: `# fish completion of news-scrape
function __news_scrape_complete
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  set -l before (string match -r -- '^--[^=]+=' "$current")
  set -l start (string replace -r -- '^--[^=]+=' '' "$current")
  news-scrape complete -- $words[2..-1] "$current" 2>/dev/null | while read -l -d \\t kind word about
    switch $kind
      case word
        printf '%s\\t%s\\n' $word $about
      case files
        printf "$before%s\\n" (__fish_complete_path "$start")
      case folders
        printf "$before%s\\n" (__fish_complete_directories "$start" '')
    end
  end
end
complete -c news-scrape -f -a '(__news_scrape_complete)'
`,
};
