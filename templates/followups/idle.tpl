{{%AUTOESCAPE context="HTML"}}
{{! idle.tpl - customers without a next step.
Filled by cgi/followups/idle.c.
LIST      shown when there is one; in it CUSTOMER once for each: URL, NAME, LAST,
          UNTIL, REVENUE, PROBLEM (value), and PLAN with PLAN_URL to who may plan
CSV_URL, JSON_URL  the list as data
WINDOWS   within which customers are active, in words
EMPTY     shown when there is none; MORE with MORE_URL when there are more
The rest: _top.tpl, _foot.tpl }}
[[> _top.tpl]]
<p class="crumbs"><a href="/followups">[[@left]][[Follow-ups]]</a></p>
<div class="head"><div>
	<h1>[[Customers without a next step]]</h1>
	<p class="lede">[[They are active, may be contacted, and no follow-up is planned. Whose time runs out first comes first.]]</p>
</div><p class="links"><a href="{{CSV_URL}}">CSV</a><a href="{{JSON_URL}}">JSON</a></p></div>
<section class="panel" aria-label="[[Customers]]">
	{{#EMPTY}}
	<div class="in empty"><p>[[A follow-up is planned for everybody.]]</p></div>
	{{/EMPTY}}
	{{#LIST}}
	<table class="tbl rows" role="table" aria-label="[[Customers]]">
		<thead role="rowgroup"><tr role="row">
			<th scope="col" role="columnheader">[[Customer]]</th>
			<th scope="col" role="columnheader">[[Last purchase]]</th>
			<th scope="col" role="columnheader">[[Active until]]</th>
			<th scope="col" role="columnheader" class="num">[[Revenue, 12 months]]</th>
			<th scope="col" role="columnheader"><span class="vh">[[New follow-up]]</span></th>
		</tr></thead>
		<tbody role="rowgroup">
			{{#CUSTOMER}}
			<tr role="row">
				<th scope="row" role="rowheader" class="r-n"><a href="{{URL}}"><bdi>{{NAME}}</bdi></a>{{#PROBLEM}} <span class="tag bad">[[Open problem]]</span>{{/PROBLEM}}</th>
				<td role="cell" data-l="[[Last purchase]]">{{LAST}}</td>
				<td role="cell" data-l="[[Active until]]">{{UNTIL}}</td>
				<td role="cell" class="num" data-l="[[Revenue, 12 months]]">{{REVENUE}}</td>
				<td role="cell">{{#PLAN}}<a class="btn sm" href="{{PLAN_URL}}" aria-label="[[New follow-up: {{NAME}}]]">[[@plus]][[New follow-up]]</a>{{/PLAN}}</td>
			</tr>
			{{/CUSTOMER}}
		</tbody>
	</table>
	{{/LIST}}
	{{#MORE}}
	<footer class="page-of"><span></span><a class="btn" href="{{MORE_URL}}">[[More customers]]</a></footer>
	{{/MORE}}
</section>
<dl class="known small">
	<div><dt>[[Active]]</dt><dd>[[whose contract runs, or who bought within the time in which nine in ten of those who buy again do so: {{WINDOWS}}]]</dd></div>
</dl>
[[> _foot.tpl]]
