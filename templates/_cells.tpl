{{! _cells.tpl - the numbers of one team, or of all, in the table of teams.
RATE (RATE_CLASS, RATE_VALUE, RATE_RANGE, ESTIMATE), or COUNTS, or TOO_YOUNG,
or NO_LEADS
AIM, WAITED, WON_DAYS, COST_RANGE, COST_EACH, REVENUE_EACH: "" where they say nothing
INTERVAL (TICK, AVERAGE_X, LOW_X, HIGH_X, RATE_X, BEFORE_DOT, GOAL), CHANGE, and the
counts with the addresses of their rows. }}
<td role="cell" class="num t-rate">
	{{#RATE}}
	<span class="{{RATE_CLASS}}"><a href="{{MATURED_URL}}">{{RATE_VALUE}}</a></span><span class="sub">{{RATE_RANGE}}</span>
	{{#ESTIMATE}}
	<span class="sub">[[estimate {{ESTIMATE_VALUE}}]]</span>
	{{/ESTIMATE}}
	{{/RATE}}
	{{#COUNTS}}
	<span class="mut"><a href="{{MATURED_URL}}">{{COUNTS_TEXT}}</a></span>
	{{/COUNTS}}
	{{#TOO_YOUNG}}
	<span class="mut">[[too young to tell]]</span>
	{{/TOO_YOUNG}}
	{{#NO_LEADS}}
	<span class="mut">[[no leads]]</span>
	{{/NO_LEADS}}
	{{#AIM}}<span class="sub">{{AIM}}</span>{{/AIM}}
</td>
<td role="cell" class="ciw t-ci">
	{{#INTERVAL}}
	<svg class="ci {{INTERVAL_CLASS}}" height="50" aria-hidden="true">
		{{#TICK}}
		<line class="tick" x1="{{TICK_X}}" x2="{{TICK_X}}" y1="0" y2="100%"/>
		{{/TICK}}
		<line class="ref" x1="{{AVERAGE_X}}" x2="{{AVERAGE_X}}" y1="0" y2="100%"/>
		<line class="w" x1="{{LOW_X}}" x2="{{HIGH_X}}" y1="50%" y2="50%"/>
		{{#BEFORE_DOT}}
		<circle class="p" cx="{{BEFORE_X}}" cy="50%" r="3.5"/>
		{{/BEFORE_DOT}}
		{{#GOAL}}
		<line class="goal" x1="{{GOAL_X}}" x2="{{GOAL_X}}" y1="15%" y2="85%"/>
		{{/GOAL}}
		<circle class="m" cx="{{RATE_X}}" cy="50%" r="5.5"/>
	</svg>
	{{/INTERVAL}}
</td>
<td role="cell" class="num t-chg">
	{{#CHANGE}}
	<span class="delta {{CHANGE_CLASS}}">{{#CHANGE_UP}}[[@up]]{{/CHANGE_UP}}{{#CHANGE_DOWN}}[[@down]]{{/CHANGE_DOWN}}{{CHANGE_BY}} <span class="vh">{{CHANGE_WORDS}}</span></span>
	{{/CHANGE}}
</td>
<td role="cell" class="num t-n" data-l="[[Leads]]"><a href="{{LEADS_URL}}">{{LEADS}}</a>{{#WAITED}}<span class="sub">{{WAITED}}</span>{{/WAITED}}</td>
<td role="cell" class="num t-m"><a href="{{MATURED_URL}}">{{MATURED}}</a></td>
<td role="cell" class="num t-k" data-l="[[Won]]"><a href="{{WON_URL}}">{{WON}}</a>{{#WON_DAYS}}<span class="sub">{{WON_DAYS}}</span>{{/WON_DAYS}}</td>
<td role="cell" class="num t-cost" data-l="[[Per customer]]"><a href="{{WON_URL}}">{{COST}}</a>{{#COST_RANGE}}<span class="sub">{{COST_RANGE}}</span>{{/COST_RANGE}}{{#COST_EACH}}<span class="sub">{{COST_EACH}}</span>{{/COST_EACH}}</td>
<td role="cell" class="num t-rev" data-l="[[Revenue]]"><a href="{{WON_URL}}">{{REVENUE}}</a>{{#REVENUE_EACH}}<span class="sub">{{REVENUE_EACH}}</span>{{/REVENUE_EACH}}</td>
