{{%AUTOESCAPE context="HTML"}}
{{! losses.tpl - why leads were lost in a period, whenever they came.
Filled by cgi/conversion/losses_page.c.
FINDING, HORIZON, CSV_URL, JSON_URL; KPI (KPI_NAME, KPI_VALUE, KPI_URL,
KPI_NOTE)
EMPTY       shown when none was lost in this period or the one before
LOSS        once for each reason: LOSS_NAME, LOSS_COUNT, LOSS_URL, LOSS_SHARE,
            LOSS_RANGE, INTERVAL (TICK, LOW_X, HIGH_X, RATE_X, BEFORE_DOT),
            CHANGE (CHANGE_BY, CHANGE_WORDS, CHANGE_UP, CHANGE_DOWN),
            LOSS_MATURED
STALE_URL   leads open for longer than the horizon }}
[[> _top.tpl]]
<div class="head">
	<div>
		<h1>[[Why are leads lost?]]</h1>
		<p class="lede"><b>{{FINDING}}</b> [[By the day they closed, whenever they came.]]</p>
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
<section class="panel changed" aria-labelledby="h-losses">
	<header><h2 id="h-losses">[[Reasons]] <a class="what" href="{{REASON_CARD}}" aria-label="[[What does “Reasons” mean?]]">[[@info]]</a></h2>
		<p>[[Share of all that were lost, with its 95% interval (Wilson). Hollow dot: the period before.]]</p>
	</header>
	{{#EMPTY}}
	<div class="in empty"><p>[[No lead was lost in this period, or in the one before.]]</p></div>
	{{/EMPTY}}
	<div class="scroll" role="group" aria-labelledby="h-losses" tabindex="0"><table class="tbl losses">
		<thead><tr><th scope="col">[[Reason]]</th><th scope="col" class="num">[[Lost]]</th><th scope="col" class="num">[[Share]]</th><th scope="col" class="ciw"><span class="vh">[[95% interval]]</span></th><th scope="col" class="num">[[Change]]</th><th scope="col" class="num">[[Beside leads old enough]]</th></tr></thead>
		<tbody>
			{{#LOSS}}
			<tr><th scope="row"><bdi>{{LOSS_NAME}}</bdi></th>
				<td class="num"><a href="{{LOSS_URL}}">{{LOSS_COUNT}}</a></td>
				<td class="num">{{LOSS_SHARE}} <span class="sub">{{LOSS_RANGE}}</span></td>
				<td class="ciw">
					{{#INTERVAL}}
					<svg class="ci" height="40" aria-hidden="true">
						{{#TICK}}
						<line class="tick" x1="{{TICK_X}}" x2="{{TICK_X}}" y1="0" y2="100%"/>
						{{/TICK}}
						<line class="w" x1="{{LOW_X}}" x2="{{HIGH_X}}" y1="50%" y2="50%"/>
						{{#BEFORE_DOT}}
						<circle class="p" cx="{{BEFORE_X}}" cy="50%" r="3.5"/>
						{{/BEFORE_DOT}}
						<circle class="m" cx="{{RATE_X}}" cy="50%" r="5.5"/>
					</svg>
					{{/INTERVAL}}
				</td>
				<td class="num">
					{{#CHANGE}}
					<span class="delta">{{#CHANGE_UP}}[[@up]]{{/CHANGE_UP}}{{#CHANGE_DOWN}}[[@down]]{{/CHANGE_DOWN}}{{CHANGE_BY}} <span class="vh">{{CHANGE_WORDS}}</span></span>
					{{/CHANGE}}
				</td>
				<td class="num">{{LOSS_MATURED}}</td></tr>
			{{/LOSS}}
		</tbody>
	</table></div>
	<footer>[[An arrow stands where a change is clear at 5% after correction for the number of rows (Newcombe, Benjamini-Hochberg). The last column divides by the leads that came in the period, once all of them have had their {{HORIZON}} days to buy. Leads that are open for longer than that are in none of these numbers:]] <a href="{{STALE_URL}}">[[see them]]</a>.</footer>
</section>
[[> _health.tpl]]
[[> _foot.tpl]]
