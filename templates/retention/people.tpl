{{%AUTOESCAPE context="HTML"}}
{{! people.tpl - the customers behind a number of the retention page.
TITLE      which ones
TOTAL      how many, in words
SHARE      shown with SHARE_TEXT when the number is a share of some customers
AS_OF      the last day counted
BACK_URL, CSV_URL, JSON_URL
EMPTY      shown when there are none (any more)
LIST       shown otherwise; in it ROW once for each customer: NAME, CUSTOMER_URL, REASON (or
           ""), PROBLEM, LOST, MANAGER, FIRST_DAY, LAST_DAY, PURCHASE_DAYS,
           YEAR_REVENUE, and PLANNED with DUE_DAY, PLAN with PLAN_URL, or
           DO_NOT_CONTACT
PLACE      which of them are shown, in words; "" for none
FROM_START shown with START_URL on later pages
NEXT       shown with NEXT_URL when there are more
The rest: _top.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="head"><div>
	<p class="crumbs"><a href="{{BACK_URL}}">[[@left]][[Retention]]</a></p>
	<h1>{{TITLE}}</h1>
	<p class="lede"><b>{{TOTAL}}</b>{{#SHARE}}: {{SHARE_TEXT}}{{/SHARE}}, [[as known on {{AS_OF}}]]</p>
</div>
<div class="acts low">
	<a class="btn" href="{{CSV_URL}}">[[@down2]]CSV</a>
	<a class="btn" href="{{JSON_URL}}">JSON</a>
</div></div>
<section class="panel" aria-label="[[Customers]]">
	{{#EMPTY}}
	<div class="empty"><h2>[[Nobody here]]</h2><p class="small">[[No customer you may see is counted by this number.]]</p></div>
	{{/EMPTY}}
	{{#LIST}}
	<table class="tbl rows" role="table" aria-label="[[Customers]]">
		<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">[[Customer]]</th><th scope="col" role="columnheader">[[Manager]]</th><th scope="col" role="columnheader">[[First purchase]]</th><th scope="col" role="columnheader">[[Last purchase]]</th><th scope="col" role="columnheader" class="num">[[Days with purchases]]</th><th scope="col" role="columnheader" class="num">[[Revenue, 12 months]]</th><th scope="col" role="columnheader" class="num">[[Next follow-up]]</th></tr></thead>
		<tbody role="rowgroup">
			{{#ROW}}
			<tr role="row"><th scope="row" role="rowheader" class="r-n"><a href="{{CUSTOMER_URL}}"><bdi>{{NAME}}</bdi></a>{{#REASON}}<span class="sub">{{REASON}}</span>{{/REASON}}{{#PROBLEM}}<span class="tag bad">[[@warn]][[Open problem]]</span>{{/PROBLEM}}{{#LOST}} <span class="tag">[[nothing for a year]]</span>{{/LOST}}</th>
				<td role="cell"><bdi>{{MANAGER}}</bdi></td><td role="cell" class="r-l r-x" data-l="[[First purchase]]">{{FIRST_DAY}}</td><td role="cell" class="r-l" data-l="[[Last purchase]]">{{LAST_DAY}}</td><td role="cell" class="num r-x" data-l="[[Days with purchases]]">{{PURCHASE_DAYS}}</td><td role="cell" class="num" data-l="[[12 months]]">{{YEAR_REVENUE}}</td>
				<td role="cell" class="num r-a">{{#PLANNED}}<span class="mut small">[[@check]] [[planned for {{DUE_DAY}}]]</span>{{/PLANNED}}{{#PLAN}}<a class="btn sm" href="{{PLAN_URL}}" aria-label="[[Plan a follow-up: {{NAME}}]]">[[Plan a follow-up]]</a>{{/PLAN}}{{#DO_NOT_CONTACT}} <span class="tag">[[Do not contact]]</span>{{/DO_NOT_CONTACT}}</td></tr>
			{{/ROW}}
		</tbody>
	</table>
	{{/LIST}}
	<footer class="page-of">
		<span>{{PLACE}}</span>
		{{#FROM_START}}
		<a class="btn" href="{{START_URL}}">[[From the start]]</a>
		{{/FROM_START}}
		{{#NEXT}}
		<a class="btn" href="{{NEXT_URL}}">[[Next page]]</a>
		{{/NEXT}}
	</footer>
</section>
[[> _foot.tpl]]
