{{%AUTOESCAPE context="HTML"}}
{{! problems.tpl - what is to be solved, or was.
Filled by cgi/followups/queue.c.
FINDING, DETAILS  in words
CSV_URL, JSON_URL  the same as data
TAB       once for each state: TAB_URL, TAB_NAME, TAB_HERE (value)
ALL_URL, MINE_URL; ALL_HERE, MINE_HERE (values)  whose
KPIS      shown with those solved; in it KPI: KPI_NAME, KPI_VALUE, KPI_NOTE
KEPT      shown with those solved to who sees all: KEPT_FROM, KEPT_TO (days), and
          KEPT_ROW once for each: KEPT_NAME, RATE, RANGE ("" for a few), PARTS
LIST      shown when there is one; in it DAY_NAME, and PROBLEM once for each:
          URL, WHAT, CUSTOMER_URL, CUSTOMER, CAUSE, OWNER, DAY, LATE (value),
          TOOK
EMPTY     shown when there is none
MORE      shown with MORE_URL when there are more
The rest: _top.tpl, _foot.tpl }}
[[> _top.tpl]]
<p class="crumbs"><a href="/followups">[[@left]][[Follow-ups]]</a></p>
<div class="head"><div>
	<h1>[[Problems]]</h1>
	<p class="lede"><b>{{FINDING}}</b> {{DETAILS}}</p>
</div></div>
<div class="filters">
	<nav class="seg" aria-label="[[State]]">
		{{#TAB}}
		<a href="{{TAB_URL}}"{{#TAB_HERE}} aria-current="true"{{/TAB_HERE}}>{{TAB_NAME}}</a>
		{{/TAB}}
	</nav>
	<nav class="seg" aria-label="[[Whose problems]]">
		<a href="{{ALL_URL}}"{{#ALL_HERE}} aria-current="true"{{/ALL_HERE}}>[[All]]</a>
		<a href="{{MINE_URL}}"{{#MINE_HERE}} aria-current="true"{{/MINE_HERE}}>[[Mine]]</a>
	</nav>
	<p class="links push"><a href="{{CSV_URL}}">CSV</a><a href="{{JSON_URL}}">JSON</a></p>
</div>
{{#KPIS}}
<dl class="kpis">
	{{#KPI}}
	<div class="kpi"><dt>{{KPI_NAME}}</dt><dd class="v">{{KPI_VALUE}}</dd><dd class="n">{{KPI_NOTE}}</dd></div>
	{{/KPI}}
</dl>
{{/KPIS}}
<section class="panel" aria-label="[[Problems]]">
	{{#EMPTY}}
	<div class="in empty"><p>[[There is no such problem.]]</p></div>
	{{/EMPTY}}
	{{#LIST}}
	<table class="tbl rows" role="table" aria-label="[[Problems]]">
		<thead role="rowgroup"><tr role="row">
			<th scope="col" role="columnheader">[[Problem]]</th>
			<th scope="col" role="columnheader">[[Customer]]</th>
			<th scope="col" role="columnheader">{{DAY_NAME}}</th>
			<th scope="col" role="columnheader" class="num">[[Days]]</th>
			<th scope="col" role="columnheader">[[Owner]]</th>
			<th scope="col" role="columnheader">[[Cause]]</th>
		</tr></thead>
		<tbody role="rowgroup">
			{{#PROBLEM}}
			<tr role="row">
				<th scope="row" role="rowheader" class="r-n"><a href="{{URL}}"><bdi>{{WHAT}}</bdi></a></th>
				<td role="cell"><a href="{{CUSTOMER_URL}}"><bdi>{{CUSTOMER}}</bdi></a></td>
				<td role="cell" data-l="{{DAY_NAME}}">{{DAY}}{{#LATE}} <span class="tag bad">[[overdue]]</span>{{/LATE}}</td>
				<td role="cell" class="num" data-l="[[Days]]">{{TOOK}}</td>
				<td role="cell"><bdi>{{OWNER}}</bdi></td>
				<td role="cell"><bdi>{{CAUSE}}</bdi></td>
			</tr>
			{{/PROBLEM}}
		</tbody>
	</table>
	{{/LIST}}
	{{#MORE}}
	<footer class="page-of"><span></span><a class="btn" href="{{MORE_URL}}">[[More problems]]</a></footer>
	{{/MORE}}
</section>
{{#KEPT}}
<section class="panel" aria-label="[[Who stayed]]">
	<header><h2>[[Do customers stay after a problem?]]</h2><p>[[Bought again within 365 days, of those who bought first from {{KEPT_FROM}} to {{KEPT_TO}}]]</p></header>
	<table class="tbl rows" role="table" aria-label="[[Who stayed]]">
		<thead role="rowgroup"><tr role="row">
			<th scope="col" role="columnheader">[[Customers]]</th>
			<th scope="col" role="columnheader" class="num">[[Bought again]]</th>
			<th scope="col" role="columnheader" class="num">[[Likely range]]</th>
		</tr></thead>
		<tbody role="rowgroup">
			{{#KEPT_ROW}}
			<tr role="row">
				<th scope="row" role="rowheader" class="r-n">{{KEPT_NAME}}</th>
				<td role="cell" class="num" data-l="[[Bought again]]">{{#RATE}}<b>{{RATE}}</b> {{/RATE}}<small>{{PARTS}}</small></td>
				<td role="cell" class="num" data-l="[[Likely range]]">{{RANGE}}</td>
			</tr>
			{{/KEPT_ROW}}
		</tbody>
	</table>
	<footer><span>[[Seen together, not proof that one causes the other: who buys more has more to be unhappy about.]]</span></footer>
</section>
{{/KEPT}}
[[> _foot.tpl]]
