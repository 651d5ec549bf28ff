{{%AUTOESCAPE context="HTML"}}
{{! funnel.tpl - how far the leads of a period get, and how long they
wait for the first contact.  Filled by cgi/conversion/funnel_page.c.
FINDING, HORIZON, GROUP, GROUPS, CSV_URL, JSON_URL; KPI (KPI_NAME, KPI_VALUE,
KPI_URL, KPI_NOTE)
BAR         once for each step: BAR_NAME, BAR_COUNT, BAR_URL, BAR_SHARE,
            BAR_WIDTH, BEFORE_DOT (BEFORE_X), BAR_RATE and BAR_RANGE of the step
            above, CHANGE (CHANGE_BY, CHANGE_WORDS, CHANGE_UP, CHANGE_DOWN)
HEAD        once for each step: HEAD_NAME
GROUP_ROW   once for each group: GROUP_NAME, GROUP_URL, CELL for each step
            (CELL_COUNT, CELL_URL, CELL_RATE), GROUP_WAIT, GROUP_WAITING }}
[[> _top.tpl]]
<div class="head">
	<div>
		<h1>[[How far do leads get?]]</h1>
		<p class="lede"><b>{{FINDING}}</b> [[Within {{HORIZON}} days, of those old enough.]]</p>
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
<section class="panel changed" aria-labelledby="h-funnel">
	<header><h2 id="h-funnel">[[Steps]] <a class="what" href="{{STEP_CARD}}" aria-label="[[What does “Steps” mean?]]">[[@info]]</a></h2>
		<p>[[Bar: share of the leads old enough that reached the step or a later one. Hollow dot: the period before.]]</p>
	</header>
	<div class="scroll" role="group" aria-labelledby="h-funnel" tabindex="0"><table class="tbl">
		<thead><tr><th scope="col">[[Step]]</th><th scope="col" class="num">[[Leads]]</th><th scope="col" class="num">[[Of all]]</th><th scope="col" class="ciw"><span class="vh">[[Share of all]]</span></th><th scope="col" class="num">[[Of the step before]]</th><th scope="col" class="num">[[Change]]</th></tr></thead>
		<tbody>
			{{#BAR}}
			<tr><th scope="row"><bdi>{{BAR_NAME}}</bdi></th>
				<td class="num"><a href="{{BAR_URL}}">{{BAR_COUNT}}</a></td>
				<td class="num">{{BAR_SHARE}}</td>
				<td class="ciw">
					<svg class="ci" height="40" aria-hidden="true">
						<rect class="fun" x="0" y="28%" width="{{BAR_WIDTH}}" height="44%" rx="3"/>
						{{#BEFORE_DOT}}
						<circle class="p" cx="{{BEFORE_X}}" cy="50%" r="3.5"/>
						{{/BEFORE_DOT}}
					</svg>
				</td>
				<td class="num">{{BAR_RATE}} <span class="sub">{{BAR_RANGE}}</span></td>
				<td class="num">
					{{#CHANGE}}
					<span class="delta">{{#CHANGE_UP}}[[@up]]{{/CHANGE_UP}}{{#CHANGE_DOWN}}[[@down]]{{/CHANGE_DOWN}}{{CHANGE_BY}} <span class="vh">{{CHANGE_WORDS}}</span></span>
					{{/CHANGE}}
				</td></tr>
			{{/BAR}}
		</tbody>
	</table></div>
	<footer>[[A later step implies the earlier ones, and a purchase all of them. An arrow stands where a change is clear at 5% after correction for the number of rows (Newcombe, Benjamini-Hochberg).]]</footer>
</section>
<section class="panel changed" aria-labelledby="h-groups">
	<header><h2 id="h-groups">{{GROUPS}}</h2>
		<nav class="seg" aria-label="[[Grouped by]]">
			{{#GROUPING}}
			<a href="{{GROUPING_URL}}"{{#GROUPING_HERE}} aria-current="true"{{/GROUPING_HERE}}>{{GROUPING_NAME}}</a>
			{{/GROUPING}}
		</nav>
		<p>[[Under each count its share of the step before; below 10 there is none.]]</p>
	</header>
	<div class="scroll" role="group" aria-labelledby="h-groups" tabindex="0"><table class="tbl">
		<thead><tr><th scope="col">{{GROUP}}</th>{{#HEAD}}<th scope="col" class="num"><bdi>{{HEAD_NAME}}</bdi></th>{{/HEAD}}<th scope="col" class="num">[[First contact]]<a class="what" href="{{WAIT_CARD}}" aria-label="[[What does “First contact” mean?]]">[[@info]]</a></th><th scope="col" class="num">[[Waiting]]</th></tr></thead>
		<tbody>
			{{#GROUP_ROW}}
			<tr><th scope="row"><a href="{{GROUP_URL}}"><bdi>{{GROUP_NAME}}</bdi></a></th>
				{{#CELL}}
				<td class="num"><a href="{{CELL_URL}}">{{CELL_COUNT}}</a>{{#CELL_RATE}}<span class="sub">{{CELL_RATE}}</span>{{/CELL_RATE}}</td>
				{{/CELL}}
				<td class="num">{{GROUP_WAIT}}</td>
				<td class="num"><a href="{{GROUP_WAITING_URL}}">{{GROUP_WAITING}}</a></td></tr>
			{{/GROUP_ROW}}
		</tbody>
	</table></div>
	<footer>[[First contact: the time after which half of the group's leads had been contacted, also the young ones (Kaplan-Meier).]]
		{{#MORE_GROUPS}}
		[[{{MORE_GROUPS_COUNT}} more are in the CSV.]]
		{{/MORE_GROUPS}}
	</footer>
</section>
[[> _health.tpl]]
[[> _foot.tpl]]
