/** A kind of page that servers send with status 200 in place of an article. */
export type StandIn = 'blocked' | 'error' | 'empty';

/** Titles without the site's name that no article has. */
export const TITLES: readonly (readonly [StandIn, RegExp])[] = [
  ['blocked', /^(?:sina visitor system|just a moment[\s\p{P}]*|attention required[\s\p{P}]*|access (?:denied|to this page has been denied)|robot check|are you (?:a robot|human)[\s\p{P}]*|human verification|pardon our interruption|security check(?: required)?|ddos-guard|sucuri website firewall.*|checking your browser.*|.{0,6}(?:安全验证|访问验证|人机验证|身份验证|滑动验证)(?:页面|中心)?|请输入验证码|验证码拦截|访问(?:被拦截|被拒绝|受限|过于频繁|异常)|(?:网站)?(?:安全狗|防火墙|云锁|创宇盾|玄武盾)|(?:请)?先?(?:登录|登陆)(?:后.{0,6})?|(?:用户|会员|账号)(?:登录|登陆)|新浪通行证)$/iu],
  ['error', /^(?:(?:error |http )?(?:40[0134]|410|50[0-4])\s?[-–—:：]?\s?(?:error|not found|page not found|gone|forbidden|bad request|unauthorized|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|internal server error|页面|错误|出错了)?[\s\p{P}]*|(?:the )?(?:page|file|article) (?:you (?:requested|are looking for) )?(?:is |was |could )?(?:not (?:be )?found|no longer (?:exists|available)|does(?: not|n't) exist)[\s\p{P}]*|not found|page unavailable|oops(?:[\s\p{P}]{1,5}(?:page not found|something went wrong))?[\s\p{P}]{0,5}|(?:抱歉|对不起)?[\s\p{P}]*(?:您|你)?(?:所|要)?(?:请求|访问|查看|浏览)?的?(?:页面|网页|文章|内容|信息|资源|文件|新闻|网址)(?:没有找到|不存在|未找到|找不到(?:了)?|已(?:经)?(?:被)?(?:删除|移除|下线)|出错|走丢了|丢失|失效)(?:了|啦)?(?:[\s\p{P}]{0,3}(?:请?返回首页|请检查网址|请稍后再试|提示|错误))?[\s\p{P}]{0,3}|(?:找不到|未找到)(?:该|此)?(?:页面|网页|文件|文章)|(?:页面|系统|访问)?出错(?:了|啦)?[\s\p{P}]*|系统(?:繁忙|错误|异常|维护中?)|网站(?:维护中?|暂停访问|升级中)|(?:错误|出错|信息)提示(?:页面|信息)?|无法(?:找到|访问)(?:该|此)?(?:页面|网页))$/iu],
];

/** What stands in the place of a text; at its beginning, since news may speak of such things further on. */
export const NOTICES: readonly (readonly [StandIn, RegExp])[] = [
  ['blocked', /请(?:先|您)?(?:输入|填写|完成|进行|拖动|点击|滑动)[^。]{0,12}(?:验证|滑块|验证码)|访问(?:过于)?频繁|操作(?:过于)?频繁|(?:异常|可疑)(?:访问|流量|请求|行为)[^。]{0,20}(?:验证|拦截|限制)|(?:访问|请求)[^。]{0,16}(?:被|已)(?:拦截|阻断|拒绝|禁止)|疑似黑客攻击|请(?:开启|启用|打开)\s?javascript|请(?:先)?(?:登录|登陆)(?:后|或开通|即可|查看|阅读|继续|再)|登录后(?:查看|阅读|继续)|checking (?:your browser|if the site connection is secure)|enable (?:javascript|js) and cookies|verify (?:that )?you are (?:a )?human|(?:need to|must|please) (?:enable|turn on|allow) (?:javascript|js|cookies)|(?:不支持|禁用|关闭|未启用|未开启)[^。，]{0,8}javascript|(?:该|此|本)(?:内容|文章|文|篇)?(?:仅|只)(?:限|供|对|向)[^。，]{0,8}(?:会员|订阅|付费|登录)|unusual traffic from|you don'?t have permission to access|access (?:to this page )?(?:has been |is )?denied|request unsuccessful|press (?:&|and) hold/iu],
  ['error', /(?:页面|网页|文章|内容|新闻|帖子|网址|链接|信息|资源|文件)[^。，]{0,6}(?:没有找到|不存在|未找到|找不到|走丢了|无法(?:访问|显示|找到))|(?:页面|网页|文章|内容|新闻|帖子|网址|链接|信息|资源|文件|稿件)(?:暂时|可能|也许|现在)?(?:因[^。，]{1,12}|由于[^。，]{1,12})?(?:(?:已|已经|被){1,2}(?:原|其)?(?:作者|发布者|发布人|用户|管理员|平台|系统|编辑|楼主)?(?:自行|主动)?(?:删除|移除|下线|下架|失效|过期|屏蔽|撤回|撤稿)|无法(?:查看|浏览|阅读)|(?:正在|等待)审核中?)(?:了|啦)?(?=[\s\p{P}]|或|$)|(?:找不到|没有找到|无法找到)(?:您|你)?[^。，]{0,8}(?:页面|网页|文章|内容)|(?:page|article|file)[^.]{0,40}(?:not (?:be )?found|no longer|does(?: not|n't) exist|has been (?:removed|deleted)|can'?t be found)|(?:this|the) (?:story|article|page|content|post|link|item)(?: (?:that )?you(?:'re| are| have)? (?:requested|looking for|trying to \w{3,5}))? (?:is (?:no longer|not|currently not) available|is (?:currently |temporarily )?unavailable|(?:has|may have|was) (?:been )?(?:removed|deleted|unpublished|moved|taken down)|has expired)|we (?:could not|couldn['’]t|can(?:no|['’])t) find (?:the|that|this) (?:page|story|article|content)|something went wrong|秒[钟]?后?(?:将)?(?:自动)?(?:跳转|返回)|服务器(?:错误|繁忙)|系统(?:繁忙|维护)/iu],
  ['empty', /(?:内容|页面|网页|数据|文章)?(?:正在|努力|拼命|玩命){1,3}地?(?:加载|载入)中?(?=[\s\p{P}]|$)|(?:加载|载入)中(?=[\s\p{P}]|$)|loading(?=\s?(?:\.{2}|…|$)|,? please wait)/iu],
];

/** Marks of firewalls and checks in the elements and scripts of pages that show next to nothing. */
export const CHECKS: readonly (readonly [name: string, selector: string])[] = [
  ['Cloudflare', '#challenge-form, #challenge-running, #challenge-stage, #challenge-error-text, .cf-browser-verification, #cf-wrapper'],
  ['Aliyun', '#nocaptcha, #renderData, script[src*="/sd/punish"], script[src*="aliyunCaptcha"], script:contains("acw_sc__v2"), script:contains("_waf_is_mob")'],
  ['Jiasule', 'script:contains("__jsl_clearance"), script:contains("jsl_clearance")'],
  ['Tencent', 'script[src*="TCaptcha"], script[src*="turing.captcha"]'],
  ['Baidu', 'script[src*="wappass.baidu"], script[src*="/static/captcha/"]'],
  ['ByteDance', 'script:contains("__ac_nonce"), script:contains("byted_acrawler")'],
  ['Sina visitor system', 'script:contains("visitor/visitor"), script[src*="visitor/mini"]'],
  ['Akamai', 'script:contains("bm-verify"), script[src*="bm-verify"]'],
  ['Imperva', '#main-iframe[src*="Incapsula"], script[src*="_Incapsula_Resource"]'],
  ['DataDome', 'iframe[src*="captcha-delivery"], script[src*="captcha-delivery"]'],
  ['HUMAN', '#px-captcha'],
  ['AWS WAF', 'script[src*="awswaf.com"], script:contains("AwsWafIntegration")'],
];

/** Fields and boxes that ask who is there. Articles have them as well, beside their text, for those who log in. */
export const QUESTIONS = [
  '.g-recaptcha, .h-captcha, .cf-turnstile, [class*="geetest"], script[src*="geetest.com"], #captcha',
  'input[type="password"]',
  ...['captcha', 'vcode', 'verify', 'validate', 'checkcode', 'seccode', 'yzm'].map((name) => `input[name*="${name}" i]`),
].join(', ');

/** Lines that stand where a text breaks off: whole ones, since news tells readers to log in somewhere as well. */
export const WALLS = [
  /^[^\p{L}\d]{0,4}(?:请|立即|点击|需要?|您需要?)?\s?(?:先|后)?(?:登录|登陆|注册|订阅|付费|购买|开通|成为|解锁)[^。]{0,20}(?:阅读|查看|解锁|浏览|看)(?:本文|全文|全部内容|全部文章|剩余|余下|完整内容|完整文章|后续内容)/u,
  /^[^\p{L}\d]{0,4}(?:本文)?(?:还有|剩余|余下|未读)[^。]{0,6}\d{1,3}\s?%[^。]{0,6}(?:内容|未读|全文|文章|付费|订阅|登录|解锁|$)/u,
  /^[^\p{L}\d]{0,4}(?:免费)?试读(?:部分)?(?:已)?结束|^[^\p{L}\d]{0,4}本文(?:为|是|系)[^。]{0,6}(?:付费|会员|vip|订阅)[^。]{0,10}(?:内容|文章|专享|专属)/iu,
  /^(?:please )?(?:subscribe|sign in|sign up|log in|register|become a (?:member|subscriber))\b[^.]{0,60}\b(?:continue reading|keep reading|read (?:the )?(?:full|rest)|unlock|this (?:article|story))/i,
  /^continue reading (?:with|by) .{0,30}(?:subscri|membership|account)|^already a (?:subscriber|member)\?/i,
  /^this (?:article|story|content) is (?:reserved |exclusively )?(?:for|available to|only for) (?:our )?(?:paid )?(?:subscribers|members)/i,
];
