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
	<div class="scroll" role="group" aria-label="[[Leads]]" tabindex="0"><table class="tbl">
		<thead><tr>
			<th scope="col">[[Lead]]</th>
			<th scope="col">[[Came]]</th>
			<th scope="col">[[State]]</th>
			<th scope="col">[[Closed]]</th>
			<th scope="col" class="num">[[Days]]</th>
			<th scope="col">[[Owner]]</th>
			<th scope="col">[[Team]]</th>
			<th scope="col">[[Source]]</th>
			<th scope="col" class="num">[[First purchase]]</th>
		</tr></thead>
		<tbody>
			{{#LEAD}}
			<tr>
				<th scope="row"><bdi>{{NAME}}</bdi></th>
				<td><time datetime="{{CAME_ISO}}">{{CAME}}</time></td>
				<td><span class="tag {{STATE_CLASS}}">{{STATE}}</span></td>
				<td>{{CLOSED}}</td>
				<td class="num">{{DAYS}}</td>
				<td><bdi>{{OWNER}}</bdi></td>
				<td><bdi>{{TEAM}}</bdi></td>
				<td><bdi>{{SOURCE}}</bdi></td>
				<td class="num">{{AMOUNT}}</td>
			</tr>
			{{/LEAD}}
		</tbody>
	</table></div>
	{{/LIST}}
	{{#MORE}}
	<footer><a class="btn" href="{{MORE_URL}}">[[Older leads]]</a></footer>
	{{/MORE}}
</section>
[[> _foot.tpl]]
