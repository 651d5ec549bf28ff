{{%AUTOESCAPE context="HTML"}}
{{! pace.tpl - wins of a period day by day, beside the period before,
and what is to be expected.  Filled by cgi/conversion/pace_page.c.
FINDING, COMPARED, CSV_URL, JSON_URL; KPI (KPI_NAME, KPI_VALUE, KPI_URL,
KPI_NOTE)
CHART       MARK, LABEL, NOW_NAME, WON_PATH, BEFORE_LINE (BEFORE_PATH), AHEAD
            (AHEAD_PATH, AHEAD_BAND), and VALUE for each day: VALUE_NAME,
            VALUE_WON, VALUE_RANGE, VALUE_BEFORE
METHOD      shown while the period runs, with BEYOND }}
[[> _top.tpl]]
<div class="head">
	<div>
		<h1>[[How many customers will it be?]]</h1>
		<p class="lede"><b>{{FINDING}}</b> {{COMPARED}}</p>
	</div>
	<div class="acts low"><a class="btn" href="{{CSV_URL}}">[[@down2]]CSV</a><a class="btn" href="{{JSON_URL}}">JSON</a></div>
</div>
[[> _period.tpl]]
<dl class="kpis">
	{{#KPI}}
	<div class="kpi">
		<dt>{{KPI_NAME}} <a class="what" href="{{KPI_CARD}}" aria-label="[[What does “{{KPI_NAME}}” mean?]]">[[@info]]</a></dt>
		<dd class="v"><a href="{{KPI_URL}}">{{KPI_VALUE}}</a></dd>
		<dd class="n">{{KPI_NOTE}}</dd>
	</div>
	{{/KPI}}
</dl>
{{#CHART}}
<section class="panel" aria-labelledby="h-pace">
	<header>
		<h2 id="h-pace">[[Won, day by day]]</h2>
		<span class="legend">
			<span><svg viewBox="0 0 22 11" aria-hidden="true"><path class="l1" d="M1 5.5h20"/></svg>{{NOW_NAME}}</span>
			{{#AHEAD_LEGEND}}
			<span><svg viewBox="0 0 22 11" aria-hidden="true"><path class="l1 ahead" d="M1 5.5h20"/></svg>[[to be expected, with its 80% band]]</span>
			{{/AHEAD_LEGEND}}
			{{#BEFORE_LEGEND}}
			<span><svg viewBox="0 0 22 11" aria-hidden="true"><path class="lp" d="M1 5.5h20"/></svg>{{BEFORE_NAME}}</span>
			{{/BEFORE_LEGEND}}
		</span>
		<p>[[By the day they closed, whenever they came; each day holds the days before it.]]</p>
	</header>
	<div class="in tall">
		<div class="chart tallc noend" role="img" aria-label="[[Wins day by day; all values are in the table below the chart.]]">
			<svg class="ys" aria-hidden="true">
				{{#MARK}}
				<text x="0" y="{{MARK_Y}}" dy="4">{{MARK_NAME}}</text>
				{{/MARK}}
			</svg>
			<svg class="plot" aria-hidden="true">
				{{#MARK}}
				<line class="{{MARK_CLASS}}" x1="0" x2="100%" y1="{{MARK_Y}}" y2="{{MARK_Y}}"/>
				{{/MARK}}
				<svg width="100%" height="100%" viewBox="0 0 1000 1000" preserveAspectRatio="none">{{#AHEAD}}<path class="b1" d="{{AHEAD_BAND}}"/>{{/AHEAD}}{{#BEFORE_LINE}}<path class="lp" d="{{BEFORE_PATH}}"/>{{/BEFORE_LINE}}{{#AHEAD}}<path class="l1 ahead" d="{{AHEAD_PATH}}"/>{{/AHEAD}}<path class="l1" d="{{WON_PATH}}"/></svg>
			</svg>
			<svg class="xs" aria-hidden="true">
				{{#LABEL}}
				<text class="{{LABEL_SIDE}}" x="{{LABEL_X}}" y="13">{{LABEL_NAME}}</text>
				{{/LABEL}}
			</svg>
		</div>
		<details class="tdata">
			<summary class="btn bare sm">[[Table of values]]</summary>
			<div class="scroll" role="group" aria-label="[[Won, day by day]]" tabindex="0"><table class="tbl">
				<thead><tr><th scope="col">[[Day]]</th><th scope="col" class="num">[[Won]]</th><th scope="col" class="num">[[80% band]]</th><th scope="col" class="num">[[Period before]]</th></tr></thead>
				<tbody>
					{{#VALUE}}
					<tr><th scope="row">{{VALUE_NAME}}</th><td class="num">{{VALUE_WON}}</td><td class="num">{{VALUE_RANGE}}</td><td class="num">{{VALUE_BEFORE}}</td></tr>
					{{/VALUE}}
				</tbody>
			</table></div>
		</details>
	</div>
	{{#METHOD}}
	<footer>[[Each open lead counts with the chance that leads of its source had who were as old and still open, taken from all that came in the last 365 days (Aalen-Johansen; a source with fewer than 100 has the chances of all). Leads that come from now on are not in it, so a long period ends higher. The band takes the chances as certain.]] {{BEYOND}}</footer>
	{{/METHOD}}
</section>
{{/CHART}}
[[> _health.tpl]]
[[> _foot.tpl]]
