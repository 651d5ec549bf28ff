{{%AUTOESCAPE context="HTML"}}
{{! rule.tpl - what one rule would plan today.
Filled by cgi/followups/rules.c.
WHEN, SUBJECT, ONLY_PRODUCT, ONLY_SEGMENT ("" for any), SINCE, WOULD; CALL, MAIL
or VISIT
LIST   shown when there is something
PLAN   once for each: CUSTOMER, CUSTOMER_URL, DAY of what happened, DUE
The rest: _top.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
<p class="crumbs"><a href="/followups/rules">[[@left]][[Rules]]</a></p>
<h1>{{WHEN}}</h1>
<p class="lede"><b><bdi>{{SUBJECT}}</bdi></b>: {{WOULD}}.</p>
<p class="meta">{{#CALL}}<span>[[Call]]</span>{{/CALL}}{{#MAIL}}<span>[[Email]]</span>{{/MAIL}}{{#VISIT}}<span>[[Meeting]]</span>{{/VISIT}}{{#ONLY_PRODUCT}}<span>[[Only who bought]] <bdi>{{ONLY_PRODUCT}}</bdi></span>{{/ONLY_PRODUCT}}{{#ONLY_SEGMENT}}<span>[[Only customers of]] <bdi>{{ONLY_SEGMENT}}</bdi></span>{{/ONLY_SEGMENT}}<span>[[since {{SINCE}}]]</span></p>
{{#LIST}}
<section class="panel" aria-label="[[What it would plan]]">
<table class="tbl rows" role="table" aria-label="[[What it would plan]]">
	<thead role="rowgroup"><tr role="row">
		<th scope="col" role="columnheader">[[Customer]]</th>
		<th scope="col" role="columnheader">[[It happened]]</th>
		<th scope="col" role="columnheader">[[Due]]</th>
	</tr></thead>
	<tbody role="rowgroup">
		{{#PLAN}}
		<tr role="row">
			<th scope="row" role="rowheader" class="r-n"><a href="{{CUSTOMER_URL}}"><bdi>{{CUSTOMER}}</bdi></a></th>
			<td role="cell" data-l="[[It happened]]">{{DAY}}</td>
			<td role="cell" data-l="[[Due]]">{{DUE}}</td>
		</tr>
		{{/PLAN}}
	</tbody>
</table>
</section>
{{/LIST}}
</div>
[[> _foot.tpl]]
