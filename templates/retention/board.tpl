{{%AUTOESCAPE context="HTML"}}
{{! board.tpl - who comes back, and who has been silent for too long.
MODE       once for each way to count a month; in it MODE_NAME, MODE_URL, and
           MODE_HERE shown for the one in use
IN_MONTH, LATER  shown for the way in use
BEFORE, AFTER    shown when the step is possible, with STEP_URL, STEP_NAME
AS_OF, AS_OF_VALUE  the last day counted, in words and as YYYY-MM-DD
EMPTY      shown when nobody has bought
FULL       shown otherwise; in it
  FINDING, FINDING_MORE  the result in words
  KEY_90, KEY_365        shown once each, as REPEAT below
  CUSTOMERS, ALL_URL, REVENUE, SILENT_COUNT, SILENT_URL, SILENT_REVENUE
  CSV_URL, JSON_URL      of the whole page
  AGE        once for each column, AGE_TEXT
  COHORTS    once for each line: COHORT, SIZE, SIZE_URL; CELL once for each
             column with HEAT (a class), SOON shown for a running month, OVER
             shown with CELL_URL, CELL_TEXT, CELL_MORE (also said) for one that is over
  MEAN       the last line, as CELL
  SCALE_LOW, SCALE_HIGH
  OLDER      shown with OLDER_TEXT when cohorts are left out
  NO_CURVE   shown when too few have been followed
  CURVE      shown otherwise; in it CURVE_LABEL, the paths BAND, CURVE_LINE,
             CURVE_GREY, the end LAST_Y, LAST_TEXT; Y_MARK (Y, LINE, LABEL),
             X_MARK (X, LABEL), TIP (HIT_X, HIT_WIDTH, X, Y, BOX_X, TEXT_X,
             TIP_DAY, TIP_VALUE), WATCHED (DAYS, AT_RISK, AT_RISK_URL), VALUE
             (DAYS; NOT_KNOWN, or ESTIMATE with SHARE_TEXT, LIMITS_TEXT,
             AT_RISK)
  REPEAT     once for each number of days: DAYS, AGAIN, AGAIN_URL, KNOWN,
             KNOWN_URL, COUNTS; UNKNOWN, FEW, or RATE with RATE_TEXT,
             RANGE_TEXT; QUIET (a class); BAR (BAR_FROM, BAR_TO, BAR_DOT)
  NO_SILENT  shown when nobody is silent for too long
  SILENT_LIST  shown otherwise; in it SILENT once for each customer: NAME, CUSTOMER_URL,
             REASON, PROBLEM, LOST, LAST_DAY, YEAR_REVENUE, and PLANNED with DUE_DAY,
             PLAN with PLAN_URL, or DO_NOT_CONTACT; MORE with MORE_TEXT
The rest: _top.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="head"><div>
	<h1>[[Retention]]</h1>
	{{#FULL}}
	<p class="lede"><b>{{FINDING}}</b> {{FINDING_MORE}}</p>
	{{/FULL}}
</div>
{{#FULL}}
<div class="acts low">
	<a class="btn" href="{{CSV_URL}}">[[@down2]]CSV</a>
	<a class="btn" href="{{JSON_URL}}">JSON</a>
</div>
{{/FULL}}
</div>
<form class="filters" method="get" action="/retention">
	<nav class="seg" aria-label="[[How a month is counted]]">
		{{#MODE}}
		<a href="{{MODE_URL}}"{{#MODE_HERE}} aria-current="true"{{/MODE_HERE}}>{{MODE_NAME}}</a>
		{{/MODE}}
	</nav>
	<div class="period">
		{{#BEFORE}}
		<a class="btn" href="{{STEP_URL}}" aria-label="{{STEP_NAME}}" aria-keyshortcuts="ArrowLeft">[[@left]]</a>
		{{/BEFORE}}
		<b>[[Up to {{AS_OF}}]]</b>
		{{#AFTER}}
		<a class="btn" href="{{STEP_URL}}" aria-label="{{STEP_NAME}}" aria-keyshortcuts="ArrowRight">[[@right]]</a>
		{{/AFTER}}
	</div>
	<details>
		<summary class="btn">[[@funnel]][[Another day]]</summary>
		<div class="more">
			{{#LATER}}
			<input type="hidden" name="mode" value="later">
			{{/LATER}}
			<label class="with">[[As known on]] <input type="date" name="as_of" value="{{AS_OF_VALUE}}"></label>
			<button type="submit" class="btn apply">[[Apply]]</button>
		</div>
	</details>
</form>
{{#EMPTY}}
<section class="panel"><div class="empty">
	<h2>[[Nobody has bought yet]]</h2>
	<p class="small">[[There is no purchase up to {{AS_OF}} among the customers you may see. As soon as purchases are recorded or imported, this page shows who comes back and who has fallen silent.]]</p>
	<p class="acts"><a class="btn" href="/retention">[[Look at today]]</a></p>
</div></section>
{{/EMPTY}}
{{#FULL}}
<dl class="kpis">
	{{#KEY_90}}
	[[> _retention_key.tpl]]
	{{/KEY_90}}
	{{#KEY_365}}
	[[> _retention_key.tpl]]
	{{/KEY_365}}
	<div class="kpi"><dt>[[Customers]]</dt>
		<dd class="v"><a href="{{ALL_URL}}">{{CUSTOMERS}}</a></dd>
		<dd class="n">[[with at least one purchase]]</dd></div>
	<div class="kpi"><dt>[[Revenue of the last 12 months]]</dt>
		<dd class="v"><a href="{{ALL_URL}}">{{REVENUE}}</a></dd>
		<dd class="n">[[of these customers, refunds taken off]]</dd></div>
	<div class="kpi"><dt>[[Silent for longer than usual]]</dt>
		<dd class="v"><a href="{{SILENT_URL}}">{{SILENT_COUNT}}</a></dd>
		<dd class="n">[[{{SILENT_REVENUE}} of revenue in the last 12 months]]</dd></div>
</dl>
<div class="cols">
<section class="panel" aria-labelledby="h-triangle">
	<header>
		<h2 id="h-triangle">[[Who is still buying, by month of first purchase?]]</h2>
		<span class="links"><a href="{{CSV_URL}}">CSV</a><a href="{{JSON_URL}}">JSON</a></span>
		{{#IN_MONTH}}
		<p>[[Percent of each group that bought in the month so many months after the first purchase. Every cell opens its customers. A dot marks a month that is not over. Groups of fewer than 10 show counts.]]</p>
		{{/IN_MONTH}}
		{{#LATER}}
		<p>[[Percent of each group that bought in the month so many months after the first purchase, or later. Every cell opens its customers. The last two months are dashed and not in the last line: too little time has passed to come back. A dot marks a month that is not over. Groups of fewer than 10 show counts.]]</p>
		{{/LATER}}
	</header>
	<div class="in">
		<div class="scroll" role="group" aria-labelledby="h-triangle" tabindex="0"><table class="heat">
			<thead><tr><th scope="col">[[First purchase]]</th><th scope="col">[[Customers]]</th>
				{{#AGE}}
				<th scope="col"><span class="vh">[[Month]] </span>{{AGE_TEXT}}</th>
				{{/AGE}}
			</tr></thead>
			<tbody>
				{{#COHORTS}}
				<tr><th scope="row">{{COHORT}}</th><td class="size"><a href="{{SIZE_URL}}">{{SIZE}}</a></td>
					{{#CELL}}
					<td class="{{HEAT}}">{{#SOON}}<span aria-hidden="true">·</span><span class="vh">[[not over yet]]</span>{{/SOON}}{{#OVER}}<a href="{{CELL_URL}}">{{CELL_TEXT}}<span class="vh">{{CELL_MORE}}</span></a>{{/OVER}}</td>
					{{/CELL}}
				</tr>
				{{/COHORTS}}
			</tbody>
			<tfoot><tr><th scope="row">[[All]]</th><td class="size"><a href="{{ALL_URL}}">{{CUSTOMERS}}</a></td>
				{{#MEAN}}
				<td class="{{HEAT}}">{{#OVER}}<a href="{{CELL_URL}}"><b>{{CELL_TEXT}}</b><span class="vh">{{CELL_MORE}}</span></a>{{/OVER}}</td>
				{{/MEAN}}
			</tr></tfoot>
		</table></div>
		<p class="scale"><span class="vh">[[Colours:]]</span>{{SCALE_LOW}} <span aria-hidden="true"><i class="h0"></i><i class="h1"></i><i class="h2"></i><i class="h3"></i><i class="h4"></i><i class="h5"></i><i class="h6"></i><i class="h7"></i><i class="h8"></i><i class="h9"></i></span> {{SCALE_HIGH}}</p>
		{{#OLDER}}
		<p class="small mut">{{OLDER_TEXT}}</p>
		{{/OLDER}}
	</div>
</section>
<section class="panel c6" aria-labelledby="h-curve">
	<header>
		<h2 id="h-curve">[[How soon do customers buy again?]]</h2>
		<p>[[Share with a second purchase, by days since the first (Kaplan–Meier), with its 95% band. Customers without one count for as long as they are known. Grey rests on fewer than 30 customers; below 10 the curve stops.]]</p>
	</header>
	<div class="in">
	{{#NO_CURVE}}
	<p class="empty"><span>[[Not known yet: fewer than 10 customers have been followed for a day or more.]]</span></p>
	{{/NO_CURVE}}
	{{#CURVE}}
	<div class="air"></div>
	<div class="chart surv" role="img" aria-label="{{CURVE_LABEL}}">
		<svg class="ys" aria-hidden="true">
			{{#Y_MARK}}
			<text x="0" y="{{Y}}" dy="4">{{LABEL}}</text>
			{{/Y_MARK}}
		</svg>
		<svg class="plot" aria-hidden="true">
			{{#Y_MARK}}
			<line class="{{LINE}}" x1="0" x2="100%" y1="{{Y}}" y2="{{Y}}"/>
			{{/Y_MARK}}
			<svg width="100%" height="100%" viewBox="0 0 1000 1000" preserveAspectRatio="none"><path class="b1" d="{{BAND}}"/><path class="lp" d="{{CURVE_GREY}}"/><path class="l1" d="{{CURVE_LINE}}"/></svg>
			{{#TIP}}
			<g class="pt"><rect class="hit" x="{{HIT_X}}" width="{{HIT_WIDTH}}" height="100%"/><g class="tip"><svg x="{{X}}" height="100%" overflow="visible"><line x1="0" x2="0" y1="0" y2="100%"/><circle cx="0" cy="{{Y}}" r="4.5"/><rect x="{{BOX_X}}" y="-40" width="190" height="48" rx="6"/><text class="dim" x="{{TEXT_X}}" y="-21">{{TIP_DAY}}</text><text x="{{TEXT_X}}" y="-4">{{TIP_VALUE}}</text></svg></g></g>
			{{/TIP}}
		</svg>
		<svg class="es" aria-hidden="true"><text class="k1" x="8" y="{{LAST_Y}}" dy="4">{{LAST_TEXT}}</text></svg>
		<svg class="xs" aria-hidden="true">
			{{#X_MARK}}
			<text x="{{X}}" y="13" text-anchor="middle">{{LABEL}}</text>
			{{/X_MARK}}
		</svg>
	</div>
	<div class="scroll" role="group" aria-label="[[Customers still without a second purchase]]" tabindex="0"><table class="atrisk">
		<caption>[[Customers still without a second purchase after so many days]]</caption>
		<thead><tr>
			{{#WATCHED}}
			<th scope="col">{{DAYS}}</th>
			{{/WATCHED}}
		</tr></thead>
		<tbody><tr>
			{{#WATCHED}}
			<td><a href="{{AT_RISK_URL}}">{{AT_RISK}}</a></td>
			{{/WATCHED}}
		</tr></tbody>
	</table></div>
	<details class="tdata"><summary class="btn bare sm">[[Table of values]]</summary>
		<div class="scroll" role="group" aria-labelledby="h-curve" tabindex="0"><table class="tbl">
			<thead><tr><th scope="col" class="num">[[Days]]</th><th scope="col" class="num">[[Bought again]]</th><th scope="col" class="num">[[95% interval]]</th><th scope="col" class="num">[[Still watched]]</th></tr></thead>
			<tbody>
				{{#VALUE}}
				<tr><th scope="row" class="num">{{DAYS}}</th>
					{{#NOT_KNOWN}}
					<td class="num">—</td><td class="num" colspan="2">[[not known yet]]</td>
					{{/NOT_KNOWN}}
					{{#ESTIMATE}}
					<td class="num">{{SHARE_TEXT}}</td><td class="num">{{LIMITS_TEXT}}</td><td class="num">{{AT_RISK}}</td>
					{{/ESTIMATE}}
				</tr>
				{{/VALUE}}
			</tbody>
		</table></div>
	</details>
	{{/CURVE}}
	</div>
</section>
<section class="panel c6" aria-labelledby="h-repeat">
	<header>
		<h2 id="h-repeat">[[How many have bought again?]]</h2>
		<p>[[Only customers who have been known for at least so many days are counted. Bars are 95% intervals (Wilson), from 0 to 100%.]]</p>
	</header>
	<div class="scroll" role="group" aria-labelledby="h-repeat" tabindex="0"><table class="tbl again">
		<thead><tr><th scope="col" class="num">[[Within days]]</th><th scope="col" class="num">[[Bought again]]</th><th scope="col" class="num">[[Of customers]]</th><th scope="col" class="ciw"><span class="vh">[[95% interval]]</span><svg class="axis" aria-hidden="true"><text x="2%" y="12">0</text><text x="50%" y="12" text-anchor="middle">50</text><text x="98%" y="12" text-anchor="end">100%</text></svg></th></tr></thead>
		<tbody>
			{{#REPEAT}}
			<tr><th scope="row" class="num">{{DAYS}}</th>
				<td class="num">{{#RATE}}<span class="big {{QUIET}}">{{RATE_TEXT}}</span><span class="sub">{{RANGE_TEXT}}</span>{{/RATE}}{{#FEW}}{{COUNTS}}{{/FEW}}{{#UNKNOWN}}—<span class="sub">[[nobody is known so long]]</span>{{/UNKNOWN}}</td>
				<td class="num"><a href="{{AGAIN_URL}}">{{AGAIN}}</a> [[of]] <a href="{{KNOWN_URL}}">{{KNOWN}}</a></td>
				<td class="ciw">{{#BAR}}<svg class="ci" aria-hidden="true"><line class="tick" x1="2%" x2="2%" y1="0" y2="100%"/><line class="tick" x1="50%" x2="50%" y1="0" y2="100%"/><line class="tick" x1="98%" x2="98%" y1="0" y2="100%"/><line class="w" x1="{{BAR_FROM}}" x2="{{BAR_TO}}" y1="50%" y2="50%"/><circle class="m" cx="{{BAR_DOT}}" cy="50%" r="5"/></svg>{{/BAR}}</td>
			</tr>
			{{/REPEAT}}
		</tbody>
	</table></div>
</section>
<section class="panel" aria-labelledby="h-silent">
	<header>
		<h2 id="h-silent">[[Who has been silent for too long?]]</h2>
		<p>[[Silent for longer than nine in ten of the customer's own gaps between purchases would be; after one purchase only, longer than nine in ten of those who came back took. Open problems first, then by silence and revenue; who has bought nothing for a year comes last. Running contracts are left out.]]</p>
	</header>
	{{#NO_SILENT}}
	<div class="empty"><h3>[[Nobody is silent for longer than usual]]</h3><p class="small">[[Everyone has bought within their own rhythm, or is too new to have one.]]</p></div>
	{{/NO_SILENT}}
	{{#SILENT_LIST}}
	<table class="tbl rr" role="table" aria-labelledby="h-silent">
		<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">[[Customer]]</th><th scope="col" role="columnheader" class="num">[[Revenue, 12 months]]</th><th scope="col" role="columnheader">[[Last purchase]]</th><th scope="col" role="columnheader" class="num">[[Next follow-up]]</th></tr></thead>
		<tbody role="rowgroup">
			{{#SILENT}}
			<tr role="row"><th scope="row" role="rowheader" class="r-n"><a href="{{CUSTOMER_URL}}"><bdi>{{NAME}}</bdi></a><span class="sub">{{REASON}}</span>{{#PROBLEM}}<span class="tag bad">[[@warn]][[Open problem]]</span>{{/PROBLEM}}{{#LOST}} <span class="tag">[[nothing for a year]]</span>{{/LOST}}</th>
				<td role="cell" class="num r-v" data-l="[[in 12 months]]">{{YEAR_REVENUE}}</td>
				<td role="cell" class="r-l">{{LAST_DAY}}</td>
				<td role="cell" class="num r-a">{{#PLANNED}}<span class="mut small">[[@check]] [[planned for {{DUE_DAY}}]]</span>{{/PLANNED}}{{#PLAN}}<a class="btn sm" href="{{PLAN_URL}}" aria-label="[[Plan a follow-up: {{NAME}}]]">[[Plan a follow-up]]</a>{{/PLAN}}{{#DO_NOT_CONTACT}} <span class="tag">[[Do not contact]]</span>{{/DO_NOT_CONTACT}}</td></tr>
			{{/SILENT}}
		</tbody>
	</table>
	{{#MORE}}
	<footer><a href="{{SILENT_URL}}">{{MORE_TEXT}}</a></footer>
	{{/MORE}}
	{{/SILENT_LIST}}
</section>
</div>
{{/FULL}}
[[> _foot.tpl]]
