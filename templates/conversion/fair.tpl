{{%AUTOESCAPE context="HTML"}}
{{! fair.tpl - what remains of the differences between groups when
all have the same kinds of leads.  Filled by cgi/conversion/fair_page.c.
FINDING, METHOD, HORIZON, GROUP, CSV_URL, JSON_URL
GROUPING    once for each way to group: GROUPING_NAME, _URL, _HERE
EMPTY       shown when no lead is old enough
PLOT        the funnel plot: MARK (MARK_Y, MARK_NAME, MARK_CLASS), LABEL
            (LABEL_X, LABEL_NAME, LABEL_SIDE), ALL_Y, the paths NEAR_LOW,
            NEAR_HIGH, FAR_LOW, FAR_HIGH, and POINT for each group
TABLE       FAIR for each group; MORE_GROUPS with its count }}
[[> _top.tpl]]
<div class="head">
	<div>
		<h1>[[Who does best with the same kinds of leads?]]</h1>
		<p class="lede"><b>{{FINDING}}</b> {{METHOD}}</p>
	</div>
	<div class="acts low"><a class="btn" href="{{CSV_URL}}">[[@down2]]CSV</a><a class="btn" href="{{JSON_URL}}">JSON</a></div>
</div>
[[> _period.tpl]]
{{#EMPTY}}
<section class="panel"><div class="in empty">
	<h2>[[No leads are old enough in this period]]</h2>
	<p>[[Choose an earlier period above: a lead counts when it has had its {{HORIZON}} days to buy.]]</p>
</div></section>
{{/EMPTY}}
{{#PLOT}}
<section class="panel changed" aria-labelledby="h-plot">
	<header>
		<h2 id="h-plot">[[Rate with the same kinds of leads, by number of leads]]</h2>
		<span class="legend">
			<span><svg viewBox="0 0 22 11" aria-hidden="true"><path class="lp" d="M1 5.5h20"/></svg>[[all together]]</span>
			<span><svg viewBox="0 0 22 11" aria-hidden="true"><path class="lim" d="M1 5.5h20"/></svg>[[95% and 99.8% of those who do not differ]]</span>
		</span>
		<p>[[The fewer leads, the further chance alone throws a rate: who lies inside the funnel does not stand out.]]</p>
	</header>
	<div class="in tall">
		<div class="chart tallc noend" role="img" aria-label="[[Funnel plot; all values are in the table below the chart.]]">
			<svg class="ys" aria-hidden="true">
				{{#MARK}}
				<text x="0" y="{{MARK_Y}}" dy="4">{{MARK_NAME}}</text>
				{{/MARK}}
			</svg>
			<svg class="plot" aria-hidden="true">
				{{#MARK}}
				<line class="{{MARK_CLASS}}" x1="0" x2="100%" y1="{{MARK_Y}}" y2="{{MARK_Y}}"/>
				{{/MARK}}
				<line class="lp" x1="0" x2="100%" y1="{{ALL_Y}}" y2="{{ALL_Y}}"/>
				<svg width="100%" height="100%" viewBox="0 0 1000 1000" preserveAspectRatio="none"><path class="lim" d="{{NEAR_LOW}}"/><path class="lim" d="{{NEAR_HIGH}}"/><path class="lim" d="{{FAR_LOW}}"/><path class="lim" d="{{FAR_HIGH}}"/></svg>
				{{#POINT}}
				<circle class="{{POINT_CLASS}}" cx="{{POINT_X}}" cy="{{POINT_Y}}" r="5"/>
				{{#POINT_NAMED}}
				<text class="dot-name {{POINT_SIDE}}" x="{{POINT_X}}" y="{{POINT_Y}}" dy="4">{{POINT_NAME}}</text>
				{{/POINT_NAMED}}
				{{/POINT}}
				{{#POINT}}
				<g class="pt"><circle class="hit" cx="{{POINT_X}}" cy="{{POINT_Y}}" r="12"/><g class="tip"><svg x="{{POINT_X}}" height="100%" overflow="visible"><circle cx="0" cy="{{POINT_Y}}" r="5.5"/><rect x="{{TIP_X}}" y="-48" width="164" height="44" rx="6"/><text class="dim" x="{{TIP_TEXT_X}}" y="-30">{{TIP_NAME}}</text><text x="{{TIP_TEXT_X}}" y="-13">{{TIP_TEXT}}</text></svg></g></g>
				{{/POINT}}
			</svg>
			<svg class="xs" aria-hidden="true">
				{{#LABEL}}
				<text class="{{LABEL_SIDE}}" x="{{LABEL_X}}" y="13">{{LABEL_NAME}}</text>
				{{/LABEL}}
			</svg>
		</div>
		<p class="axis-name">[[Leads old enough, as many of the average kind as tell as much]]</p>
	</div>
</section>
{{/PLOT}}
<section class="panel changed" aria-labelledby="h-fair">
	<header><h2 id="h-fair">[[Rates before and after evening out]] <a class="what" href="{{EVEN_CARD}}" aria-label="[[What does “Evened out” mean?]]">[[@info]]</a></h2>
		<nav class="seg" aria-label="[[Grouped by]]">
			{{#GROUPING}}
			<a href="{{GROUPING_URL}}"{{#GROUPING_HERE}} aria-current="true"{{/GROUPING_HERE}}>{{GROUPING_NAME}}</a>
			{{/GROUPING}}
		</nav>
		<p>[[Rate: leads that became customers within {{HORIZON}} days, of those old enough. Expected: what all together make of such leads. Evened out: the rate times that of all, divided by the expected one.]]</p>
	</header>
	{{#TABLE}}
	<div class="scroll" role="group" aria-labelledby="h-fair" tabindex="0"><table class="tbl">
		<thead><tr><th scope="col">{{GROUP}}</th><th scope="col" class="num">[[Old enough]]</th><th scope="col" class="num">[[Won]]</th><th scope="col" class="num">[[Rate]]</th><th scope="col" class="num">[[Expected]]</th><th scope="col" class="num">[[Evened out]]</th><th scope="col" class="num">[[Beside the others, like with like]]</th><th scope="col">[[Against the others]]</th></tr></thead>
		<tbody>
			{{#FAIR}}
			<tr><th scope="row"><a href="{{FAIR_URL}}"><bdi>{{FAIR_NAME}}</bdi></a></th><td class="num"><a href="{{FAIR_MATURED_URL}}">{{FAIR_MATURED}}</a></td><td class="num"><a href="{{FAIR_WON_URL}}">{{FAIR_WON}}</a></td><td class="num">{{FAIR_RATE}}</td><td class="num">{{FAIR_EXPECTED}}</td><td class="num"><b>{{FAIR_EVEN}}</b></td><td class="num">{{FAIR_BY}} <span class="sub">{{FAIR_RANGE}}</span></td><td><span class="{{FAIR_CLASS}}">{{FAIR_VERDICT}}</span></td></tr>
			{{/FAIR}}
		</tbody>
	</table></div>
	<footer>[[The difference is of Mantel and Haenszel with a 95% interval (Sato); “better” and “worse” hold at 5% after correction for the number of rows (Cochran-Mantel-Haenszel test, Benjamini-Hochberg). Evening out can only take into account what is recorded: sources that hide different leads under one name stay different.]]
		{{#MORE_GROUPS}}
		[[{{MORE_GROUPS_COUNT}} more are in the CSV.]]
		{{/MORE_GROUPS}}
	</footer>
	{{/TABLE}}
</section>
[[> _health.tpl]]
[[> _foot.tpl]]
