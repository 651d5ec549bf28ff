{{%AUTOESCAPE context="HTML"}}
{{! leads.tpl - the prospects behind a number of a dashboard.
Filled by cgi/leads.c. }}
[[> _top.tpl]]
<div class="head">
	<div>
		<p class="crumbs"><a href="{{BACK_URL}}">[[@left]][[Conversion]]</a></p>
		<h1>{{HEADLINE}}</h1>
		<p class="lede"><b>{{FINDING}}</b> {{WHICH}}</p>
	</div>
	<div class="acts low"><a class="btn" href="{{CSV_URL}}">[[@down2]]CSV</a><a class="btn" href="{{JSON_URL}}">JSON</a></div>
</div>
<section class="panel" aria-label="[[Leads]]">
	{{#EMPTY}}
	<div class="in empty"><p>[[No lead is counted here.]]</p></div>
	{{/EMPTY}}
	{{#LIST}}
	<table class="tbl rows" role="table" aria-label="[[Leads]]">
		<thead role="rowgroup"><tr role="row">
			<th scope="col" role="columnheader">[[Lead]]</th>
			<th scope="col" role="columnheader">[[Came]]</th>
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
				<th scope="row" role="rowheader" class="r-n"><bdi>{{NAME}}</bdi></th>
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
		<a class="btn" href="{{MORE_URL}}">[[Older leads]]</a>
		{{/MORE}}
	</footer>
	{{/PLACE}}
</section>
[[> _foot.tpl]]
