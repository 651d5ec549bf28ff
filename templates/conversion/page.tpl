{{%AUTOESCAPE context="HTML"}}
{{! page.tpl - the share of its prospects that each team wins.
Filled by cgi/conversion.c; the shared keys: _top.tpl, _filters.tpl, _foot.tpl. }}
[[> _top.tpl]]
<div class="head">
	<div>
		<h1>{{QUESTION}}</h1>
		<p class="lede"><b>{{FINDING}}</b> {{CHANGE_SENTENCE}} {{LEADER}}</p>
	</div>
	<div class="acts low"><a class="btn" href="{{CSV_URL}}">[[@down2]]CSV</a><a class="btn" href="{{JSON_URL}}">JSON</a></div>
</div>
[[> _period.tpl]]
<dl class="kpis">
	{{#KPI}}
	<div class="kpi">
		<dt>{{KPI_NAME}} <a class="what" href="{{KPI_CARD}}" aria-label="[[What does “{{KPI_NAME}}” mean?]]">[[@info]]</a></dt>
		<dd class="v"><a href="{{KPI_URL}}">{{KPI_VALUE}}</a></dd>
		{{#CHANGE}}
		<dd><span class="delta {{CHANGE_CLASS}}">{{#CHANGE_UP}}[[@up]]{{/CHANGE_UP}}{{#CHANGE_DOWN}}[[@down]]{{/CHANGE_DOWN}}{{CHANGE_BY}} {{#CHANGE_WORDS}}<span class="vh">{{CHANGE_WORDS}}</span>{{/CHANGE_WORDS}}</span> <small class="mut">{{CHANGE_VS}}</small></dd>
		{{/CHANGE}}
		<dd class="n">{{KPI_NOTE}}</dd>
	</div>
	{{/KPI}}
</dl>
{{#EMPTY}}
<section class="panel"><div class="in empty">
	<h2>[[No leads in this period]]</h2>
	<p>[[Choose another period above, or import your leads: the README says how.]]</p>
</div></section>
{{/EMPTY}}
<section class="panel teams" aria-labelledby="h-teams">
	<header><h2 id="h-teams">{{GROUPS}}</h2>
		<nav class="seg" aria-label="[[Grouped by]]">
			{{#GROUPING}}
			<a href="{{GROUPING_URL}}"{{#GROUPING_HERE}} aria-current="true"{{/GROUPING_HERE}}>{{GROUPING_NAME}}</a>
			{{/GROUPING}}
		</nav>
		<p>[[Rate: leads that became customers within {{HORIZON}} days, of those old enough. The bar is the 95% interval: the true rates that fit what was counted. Dotted line: all together. Hollow dot: the period before.]] {{#GOALS}}[[Solid line: the target.]]{{/GOALS}} {{SPREAD}}</p>
		{{#ONLY_WON}}
		<p><b>[[What the table is grouped by is recorded for won leads only: it tells how many were won, and no rate.]]</b></p>
		{{/ONLY_WON}}
	</header>
	<table class="tbl tt" role="table" aria-labelledby="h-teams">
		<thead role="rowgroup"><tr role="row">
			<th scope="col" role="columnheader">{{GROUP}}</th>
			<th scope="col" role="columnheader" class="num">[[Rate]]<a class="what" href="{{RATE_CARD}}" aria-label="[[What does “Rate” mean?]]">[[@info]]</a></th>
			<th scope="col" role="columnheader" class="ciw"><span class="vh">[[95% interval]]</span>
				{{#AXIS}}
				<svg class="axis" height="16" aria-hidden="true">
					{{#TICK}}
					<text x="{{TICK_X}}" y="12" text-anchor="middle">{{TICK_NAME}}</text>
					{{/TICK}}
				</svg>
				{{/AXIS}}
			</th>
			<th scope="col" role="columnheader" class="num">[[Change]]<a class="what" href="{{CHANGE_CARD}}" aria-label="[[What does “Change” mean?]]">[[@info]]</a></th>
			<th scope="col" role="columnheader" class="num">[[Leads]]<a class="what" href="{{LEADS_CARD}}" aria-label="[[What does “Leads” mean?]]">[[@info]]</a></th>
			<th scope="col" role="columnheader" class="num">[[Old enough]]</th>
			<th scope="col" role="columnheader" class="num">[[Won]]<a class="what" href="{{WON_CARD}}" aria-label="[[What does “Won” mean?]]">[[@info]]</a></th>
			<th scope="col" role="columnheader" class="num">[[Cost per customer]]<a class="what" href="{{COST_CARD}}" aria-label="[[What does “Cost per customer” mean?]]">[[@info]]</a></th>
			<th scope="col" role="columnheader" class="num">[[Revenue]]<a class="what" href="{{REVENUE_CARD}}" aria-label="[[What does “Revenue” mean?]]">[[@info]]</a></th>
			<th scope="col" role="columnheader">[[Against the others]]<a class="what" href="{{AGAINST_CARD}}" aria-label="[[What does “Against the others” mean?]]">[[@info]]</a></th>
		</tr></thead>
		<tbody role="rowgroup">
			{{#TEAM}}
			<tr role="row">
				<th scope="row" role="rowheader" class="t-team"><a href="{{TEAM_URL}}"><bdi>{{NAME}}</bdi></a></th>
				[[> _cells.tpl]]
				<td role="cell" class="t-mark"><span class="{{VERDICT_CLASS}}">{{VERDICT}}</span>
					{{#NEEDED}}
					<span class="sub">{{NEEDED}}</span>
					{{/NEEDED}}
				</td>
			</tr>
			{{/TEAM}}
		</tbody>
		<tfoot role="rowgroup">
			{{#TOTAL}}
			<tr role="row">
				<th scope="row" role="rowheader" class="t-team">{{ALL_GROUPS}}</th>
				[[> _cells.tpl]]
				<td role="cell" class="t-mark"></td>
			</tr>
			{{/TOTAL}}
		</tfoot>
	</table>
	<footer>[[“Better” and “Worse” hold at 5% after correction for the number of rows. Listed by their rate drawn towards the average, the more the fewer leads they have. “Half in”: of those who bought in time. “Contact in”: by then half had been contacted.]] <a href="{{DAYS_CARD}}">[[Time to win]]</a> <a href="{{WAIT_CARD}}">[[Time to the first contact]]</a> <a href="{{ESTIMATE_CARD}}">[[Estimate]]</a>
		{{#PAIR_LINK}}
		<a href="{{PAIR_URL}}">[[Two side by side]]</a>
		{{/PAIR_LINK}}
		{{#SET_GOALS}}
		<a href="{{GOALS_URL}}">[[Targets]]</a>
		{{/SET_GOALS}}
		{{#MORE_GROUPS}}
		[[{{MORE_GROUPS_COUNT}} more are in the CSV.]]
		{{/MORE_GROUPS}}
	</footer>
</section>
{{#PAIR}}
<section class="panel changed" id="pair" aria-labelledby="h-pair">
	<header><h2 id="h-pair">[[Two side by side]]</h2></header>
	<form class="in versus" method="get" action="/conversion#pair">
		{{#PAIR_KEEP}}
		<input type="hidden" name="{{PAIR_KEEP_NAME}}" value="{{PAIR_KEEP_VALUE}}">
		{{/PAIR_KEEP}}
		<label class="with"><span class="vh">[[First]]</span>
			<span class="sel"><select name="a">
				{{#PAIR_A}}
				<option value="{{OPTION_VALUE}}"{{#OPTION_HERE}} selected{{/OPTION_HERE}}>{{OPTION_NAME}}</option>
				{{/PAIR_A}}
			</select></span></label>
		<label class="with"><span class="vh">[[Second]]</span>
			<span class="sel"><select name="b">
				{{#PAIR_B}}
				<option value="{{OPTION_VALUE}}"{{#OPTION_HERE}} selected{{/OPTION_HERE}}>{{OPTION_NAME}}</option>
				{{/PAIR_B}}
			</select></span></label>
		<button type="submit" class="btn">[[Compare]]</button>
	</form>
	{{#PAIR_PROBLEM}}
	<div class="in"><p class="note">[[@info]]<span>[[Choose two different ones that are in the table above.]]</span></p></div>
	{{/PAIR_PROBLEM}}
	{{#PAIR_RESULT}}
	<div class="in">
		<p><b>{{PAIR_SENTENCE}}</b>{{#PAIR_NEEDED}} ({{PAIR_NEEDED_TEXT}}){{/PAIR_NEEDED}}</p>
	</div>
	<div class="scroll" role="group" aria-labelledby="h-pair" tabindex="0"><table class="tbl">
		<thead><tr><th scope="col">{{GROUP}}</th><th scope="col" class="num">[[Rate]]</th><th scope="col" class="num">[[95% interval]]</th><th scope="col" class="num">[[Old enough]]</th><th scope="col" class="num">[[Won]]</th><th scope="col" class="num">[[Leads per customer]]</th><th scope="col" class="num">[[Cost per customer]]</th></tr></thead>
		<tbody>
			{{#PAIR_GROUP}}
			<tr><th scope="row"><bdi>{{PAIR_NAME}}</bdi></th><td class="num">{{PAIR_RATE}}</td><td class="num">{{PAIR_RANGE}}</td><td class="num"><a href="{{PAIR_MATURED_URL}}">{{PAIR_MATURED}}</a></td><td class="num"><a href="{{PAIR_WON_URL}}">{{PAIR_WON}}</a></td><td class="num">{{PAIR_PER_WIN}}</td><td class="num">{{PAIR_COST}}</td></tr>
			{{/PAIR_GROUP}}
		</tbody>
	</table></div>
	{{/PAIR_RESULT}}
</section>
{{/PAIR}}
{{#CHANGED}}
<section class="panel changed" aria-labelledby="h-changed">
	<header>
		<h2 id="h-changed">[[What changed]] <a class="what" href="{{MOVED_CARD}}" aria-label="[[What does “What changed” mean?]]">[[@info]]</a></h2>
		<p>{{CHANGED_SENTENCE}} [[A rate can change because more leads come from where few buy, or because fewer of them buy: both are told apart exactly (Kitagawa).]]</p>
	</header>
	<div class="scroll" role="group" aria-labelledby="h-changed" tabindex="0"><table class="tbl">
		<thead><tr><th scope="col">{{GROUP}}</th><th scope="col" class="num">[[Share of the leads]]</th><th scope="col" class="num">[[Rate]]</th><th scope="col" class="num">[[Effect of the share]]</th><th scope="col" class="num">[[Effect of the rate]]</th></tr></thead>
		<tbody>
			{{#MOVED}}
			<tr><th scope="row"><bdi>{{MOVED_NAME}}</bdi></th><td class="num">{{MOVED_SHARE}}</td><td class="num">{{MOVED_RATE}}</td><td class="num">{{MOVED_BY_MIX}}</td><td class="num">{{MOVED_BY_RATE}}</td></tr>
			{{/MOVED}}
		</tbody>
		<tfoot><tr><th scope="row">{{ALL_GROUPS}}</th><td></td><td class="num">{{MOVED_ALL_RATE}}</td><td class="num">{{MOVED_ALL_MIX}}</td><td class="num">{{MOVED_ALL_BY_RATE}}</td></tr></tfoot>
	</table></div>
</section>
{{/CHANGED}}
{{#TREND}}
<section class="panel" aria-labelledby="h-trend">
	<header>
		<h2 id="h-trend">{{#BY_WEEK}}[[Conversion by week]]{{/BY_WEEK}}{{#BY_MONTH}}[[Conversion by month]]{{/BY_MONTH}}{{#BY_QUARTER}}[[Conversion by quarter]]{{/BY_QUARTER}}</h2>
		<nav class="seg" id="trend" aria-label="[[Trend by]]">
			{{#BINS}}
			<a href="{{BINS_URL}}"{{#BINS_HERE}} aria-current="true"{{/BINS_HERE}}>{{BINS_NAME}}</a>
			{{/BINS}}
		</nav>
		<span class="legend">
			<span><svg viewBox="0 0 22 11" aria-hidden="true"><path class="l1" d="M1 5.5h20"/></svg>{{NOW_NAME}}</span>
			{{#BEFORE_LEGEND}}
			<span><svg viewBox="0 0 22 11" aria-hidden="true"><path class="lp" d="M1 5.5h20"/></svg>{{BEFORE_NAME}}</span>
			{{/BEFORE_LEGEND}}
			{{#LIMITS}}
			<span><svg viewBox="0 0 22 11" aria-hidden="true"><path class="lim" d="M1 5.5h20"/></svg>[[limits of chance]]</span>
			{{/LIMITS}}
			{{#AIMED}}
			<span><svg viewBox="0 0 22 11" aria-hidden="true"><path class="goal" d="M1 5.5h20"/></svg>[[target]]</span>
			{{/AIMED}}
			<span><svg viewBox="0 0 22 11" aria-hidden="true"><circle class="dot" cx="11" cy="5.5" r="3.5"/></svg>[[cut short by the period]]</span>
			<span><svg viewBox="0 0 22 11" aria-hidden="true"><rect class="immature" width="22" height="11"/></svg>[[too young to tell]]</span>
		</span>
		<p>[[By the day the lead came. Shaded: 95% interval.]] {{#BY_WEEK}}[[Weeks start on Monday.]]{{/BY_WEEK}} {{#LIMITS_LEGEND}}[[Limits: three standard deviations, as wide as the points really differ.]] {{LIMITS_TEXT}}{{/LIMITS_LEGEND}}</p>
	</header>
	<div class="in tall">
		<div class="chart tallc noend" data-values="trend-values" role="img" aria-label="[[Conversion over time; all values are in the table below the chart.]]">
			<svg class="ys" aria-hidden="true">
				{{#MARK}}
				<text x="0" y="{{MARK_Y}}" dy="4">{{MARK_NAME}}</text>
				{{/MARK}}
			</svg>
			<svg class="plot" aria-hidden="true">
				{{#MARK}}
				<line class="{{MARK_CLASS}}" x1="0" x2="100%" y1="{{MARK_Y}}" y2="{{MARK_Y}}"/>
				{{/MARK}}
				{{#POINT}}
				{{#POINT_YOUNG}}
				<rect class="immature" x="{{YOUNG_X}}" width="{{YOUNG_WIDTH}}" height="100%"/>
				{{/POINT_YOUNG}}
				{{/POINT}}
				<svg width="100%" height="100%" viewBox="0 0 1000 1000" preserveAspectRatio="none"><path class="b1" d="{{BAND_PATH}}"/>{{#LIMITS}}<path class="lim" d="{{LOW_PATH}}"/><path class="lim" d="{{HIGH_PATH}}"/>{{/LIMITS}}<path class="lp" d="{{BEFORE_PATH}}"/><path class="l1" d="{{LINE_PATH}}"/></svg>
				{{#AIMED}}
				<line class="goal" x1="0" x2="100%" y1="{{AIMED_Y}}" y2="{{AIMED_Y}}"/>
				{{/AIMED}}
				{{#POINT}}
				{{#POINT_ALONE}}
				<line class="l1" x1="{{POINT_X}}" x2="{{POINT_X}}" y1="{{POINT_LOW}}" y2="{{POINT_HIGH}}"/><circle class="c1" cx="{{POINT_X}}" cy="{{POINT_Y}}" r="4"/>
				{{/POINT_ALONE}}
				{{#POINT_MARKED}}
				<circle class="c1 marked" cx="{{POINT_X}}" cy="{{POINT_Y}}" r="5"/>
				{{/POINT_MARKED}}
				{{#POINT_PART}}
				<circle class="dot" cx="{{POINT_X}}" cy="{{POINT_Y}}" r="3.5"/>
				{{/POINT_PART}}
				{{/POINT}}
			</svg>
			<svg class="xs" aria-hidden="true">
				{{#LABEL}}
				<text x="{{LABEL_X}}" y="13" text-anchor="middle">{{LABEL_NAME}}</text>
				{{/LABEL}}
			</svg>
		</div>
		<details class="tdata">
			<summary class="btn bare sm">[[Table of values]]</summary>
			<div class="scroll" role="group" aria-label="[[Conversion over time]]" tabindex="0"><table class="tbl" id="trend-values">
				<thead><tr><th scope="col">[[From]]</th><th scope="col" class="num">[[Rate]]</th><th scope="col" class="num">[[95% interval]]</th><th scope="col" class="num">[[Leads]]</th><th scope="col" class="num">[[Old enough]]</th><th scope="col" class="num">[[Won]]</th><th scope="col">[[Remark]]</th></tr></thead>
				<tbody>
					{{#VALUE}}
					<tr><th scope="row">{{VALUE_NAME}} {{#VALUE_PART}}<span class="mut">[[(cut short)]]</span>{{/VALUE_PART}}</th><td class="num">{{VALUE_RATE}}</td><td class="num">{{VALUE_RANGE}}</td><td class="num"><a href="{{VALUE_LEADS_URL}}">{{VALUE_LEADS}}</a></td><td class="num"><a href="{{VALUE_MATURED_URL}}">{{VALUE_MATURED}}</a></td><td class="num"><a href="{{VALUE_WON_URL}}">{{VALUE_WON}}</a></td><td>{{VALUE_MARK}}</td></tr>
					{{/VALUE}}
				</tbody>
			</table></div>
		</details>
	</div>
</section>
{{/TREND}}
[[> _health.tpl]]
[[> _foot.tpl]]
