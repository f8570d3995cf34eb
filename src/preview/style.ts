/** The style of all pages: system fonts, dark and light, from a phone's width up. Text has a contrast of 7 to 1 or more. */
export const STYLE = `
:root { color-scheme: light dark; --text: #1b1b1f; --soft: #4b4b55; --back: #fff; --card: #f4f4f7; --line: #d6d6de; --link: #0b4a9e; --bad: #8f1616;
  --s0: #2f6fbf; --s1: #b3651b; --s2: #2f8457; --s3: #8a4fb0; --s4: #a83c60; --s5: #6b6b74; }
@media (prefers-color-scheme: dark) { :root { --text: #ececf1; --soft: #bcbcc8; --back: #131316; --card: #1e1e23; --line: #3a3a44; --link: #9cc6ff; --bad: #ffa3a3;
  --s0: #6fa8ea; --s1: #e09a54; --s2: #69bd8f; --s3: #bd8ae0; --s4: #e07f9f; --s5: #a3a3ad; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 0 1rem 3rem; color: var(--text); background: var(--back);
  font: 1rem/1.7 system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding: 1rem 0; border-bottom: 1px solid var(--line); }
header strong { margin-right: auto; } nav ul { display: flex; gap: 1rem; list-style: none; margin: 0; padding: 0; }
[aria-current] { font-weight: 700; text-decoration: none; color: var(--text); }
h1 { font-size: 1.6rem; line-height: 1.3; } h2 { font-size: 1.25rem; }
form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: 1rem 0; }
label { display: grid; gap: .15rem; font-size: .9rem; color: var(--soft); }
input, select, button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: .4rem; padding: .4rem .6rem; min-height: 2.75rem; max-width: 100%; }
.list { list-style: none; padding: 0; } .list li { display: flex; gap: 1rem; padding: .9rem 0; border-bottom: 1px solid var(--line); }
.list .thumb { flex: none; width: 7rem; height: 4.5rem; object-fit: cover; border-radius: .4rem; background: var(--card); }
.list div { min-width: 0; } .list a { font-weight: 600; }
.facts { color: var(--soft); font-size: .9rem; margin: .2rem 0; } .bad { color: var(--bad); }
article img { max-width: 100%; height: auto; } article table { border-collapse: collapse; display: block; overflow-x: auto; }
article :is(td, th) { border: 1px solid var(--line); padding: .25rem .6rem; text-align: left; }
pre { overflow-x: auto; background: var(--card); padding: .75rem; } blockquote { margin-left: 0; padding-left: 1rem; border-left: 4px solid var(--line); }
.scroll { overflow-x: auto; } .scroll table { border-collapse: collapse; width: 100%; } .scroll :is(td, th) { padding: .35rem .75rem .35rem 0; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; }
svg { width: 100%; height: auto; } svg text { fill: var(--soft); font-size: 11px; }
${[0, 1, 2, 3, 4, 5].map((series) => `.s${series} { fill: var(--s${series}); background: var(--s${series}); }`).join(' ')} .sx { fill: var(--bad); background: var(--bad); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; font-size: .9rem; } .legend i { display: inline-block; width: .8em; height: .8em; margin-right: .4em; border-radius: 2px; }
.pages { display: flex; gap: 1.5rem; }
`;
