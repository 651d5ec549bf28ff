{{%AUTOESCAPE context="HTML"}}
{{! page.tpl - the prospects, or those behind a number of a dashboard.
BACK        shown with BACK_URL when a number led here
HEADLINE, FINDING, WHICH
NEW         shown to who may enter one, with NEW_URL
CSV_URL, JSON_URL
STATES      shown with STATE_TAB (TAB_NAME, TAB_URL, TAB_HERE) once for each
            state that can be chosen
ORDERS      shown with ORDER (ORDER_NAME, ORDER_URL, ORDER_HERE) once for each
            order that can be chosen
Q_VALUE     what is looked for, or ""
EMPTY       shown when there is none
LIST        else; in it LEAD once for each, with NAME, LEAD_URL, CAME_ISO, CAME,
            STATE, STATE_CLASS, CLOSED, DAYS, OWNER, TEAM, SOURCE, AMOUNT
            SORT: of the column of the day they came, ascending, descending or
            "" where they are in another order
PLACE       "51-100 of 155", "" for none; MORE with MORE_URL, MORE_NAME }}
[[> _top.tpl]]
<div class="head">
	<div>
		{{#BACK}}
		<p class="crumbs"><a href="{{BACK_URL}}">[[@left]][[Conversion]]</a></p>
		{{/BACK}}
		<h1>{{HEADLINE}}</h1>
		<p class="lede"><b>{{FINDING}}</b> {{WHICH}}</p>
	</div>
	<div class="acts low">
		<a class="btn" href="{{CSV_URL}}">[[@down2]]CSV</a><a class="btn" href="{{JSON_URL}}">JSON</a>
		{{#NEW}}
		<a class="btn pri" href="{{NEW_URL}}" aria-keyshortcuts="N">[[@plus]][[New lead]]</a>
		{{/NEW}}
	</div>
</div>
<div class="filters">
	{{#STATES}}
	<nav class="seg" aria-label="[[State]]">
		{{#STATE_TAB}}
		<a href="{{TAB_URL}}"{{#TAB_HERE}} aria-current="true"{{/TAB_HERE}}>{{TAB_NAME}}</a>
		{{/STATE_TAB}}
	</nav>
	{{/STATES}}
	{{#ORDERS}}
	<nav class="seg" aria-label="[[Order]]">
		{{#ORDER}}
		<a href="{{ORDER_URL}}"{{#ORDER_HERE}} aria-current="true"{{/ORDER_HERE}}>{{ORDER_NAME}}</a>
		{{/ORDER}}
	</nav>
	{{/ORDERS}}
	<form class="find" method="get" action="/leads" role="search">
		<input type="search" id="q" name="q" value="{{Q_VALUE}}" aria-label="[[Find a lead]]" placeholder="[[Name, phone or e-mail]]" aria-keyshortcuts="/">
		<button type="submit" class="btn">[[@search]][[Find]]</button>
	</form>
</div>
<section class="panel" aria-label="[[Leads]]">
	{{#EMPTY}}
	<div class="in empty"><p>[[There is no such lead.]]</p></div>
	{{/EMPTY}}
	{{#LIST}}
	<table class="tbl rows" role="table" aria-label="[[Leads]]">
		<thead role="rowgroup"><tr role="row">
			<th scope="col" role="columnheader">[[Lead]]</th>
			<th scope="col" role="columnheader"{{#SORT}} aria-sort="{{SORT}}"{{/SORT}}>[[Came]]</th>
			<th scope="col" role="columnheader">[[State]]</th>
			<th scope="col" role="columnheader">[[Closed]]</th>
			<th scope="col" role="columnheader" class="num">[[Days]]</th>
			<th scope="col" role="columnheader">[[Owner]]</th>
			<th scope="col" role="columnheader">[[Team]]</th>
			<th scope="col" role="columnheader">[[Source]]</th>
			<th scope="col" role="columnheader" class="num">[[First purchase]]</th>
		</tr></thead>
		<tbody role="rowgroup">
			{{#LEAD}}
			<tr role="row">
				<th scope="row" role="rowheader" class="r-n"><a href="{{LEAD_URL}}"><bdi>{{NAME}}</bdi></a></th>
				<td role="cell" data-l="[[Came]]"><time datetime="{{CAME_ISO}}">{{CAME}}</time></td>
				<td role="cell" class="r-m"><span class="tag {{STATE_CLASS}}">{{STATE}}</span></td>
				<td role="cell" class="r-l" data-l="[[Closed]]">{{CLOSED}}</td>
				<td role="cell" class="num" data-l="[[Days]]">{{DAYS}}</td>
				<td role="cell"><bdi>{{OWNER}}</bdi></td>
				<td role="cell"><bdi>{{TEAM}}</bdi></td>
				<td role="cell"><bdi>{{SOURCE}}</bdi></td>
				<td role="cell" class="num" data-l="[[First purchase]]">{{AMOUNT}}</td>
			</tr>
			{{/LEAD}}
		</tbody>
	</table>
	{{/LIST}}
	{{#PLACE}}
	<footer class="page-of"><span>{{PLACE}}</span>
		{{#MORE}}
		<a class="btn" href="{{MORE_URL}}">{{MORE_NAME}}</a>
		{{/MORE}}
	</footer>
	{{/PLACE}}
</section>
[[> _foot.tpl]]
