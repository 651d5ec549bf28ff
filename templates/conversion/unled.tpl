{{%AUTOESCAPE context="HTML"}}
{{! unled.tpl - customers who had not been leads.
Filled by cgi/conversion/unled.c.
FROM, TO   first and last day of the first purchases
TOTAL      how many, in words; REVENUE_ALL what they paid on that day
CSV_URL, JSON_URL  the list as data
EMPTY      shown when there are none (any more)
LIST       shown otherwise; in it ROW once for each customer: NAME, URL, MANAGER,
           FIRST_DAY, REVENUE
NEXT       shown with NEXT_URL when there are more
The rest: _top.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="head"><div>
	<p class="crumbs"><a href="/conversion">[[@left]][[Conversion]]</a></p>
	<h1>[[Customers without a lead]]</h1>
	<p class="lede"><b>{{TOTAL}}</b>: [[they first bought from {{FROM}} to {{TO}}, and no lead of theirs came before. On that day they paid {{REVENUE_ALL}}. They count as customers and revenue, and in no conversion rate.]]</p>
</div>
<div class="acts low">
	<a class="btn" href="{{CSV_URL}}">[[@down2]]CSV</a>
	<a class="btn" href="{{JSON_URL}}">JSON</a>
</div></div>
<section class="panel" aria-label="[[Customers]]">
	{{#EMPTY}}
	<div class="empty"><h2>[[Nobody here]]</h2></div>
	{{/EMPTY}}
	{{#LIST}}
	<table class="tbl rows" role="table" aria-label="[[Customers]]">
		<thead role="rowgroup"><tr role="row">
			<th scope="col" role="columnheader">[[Customer]]</th>
			<th scope="col" role="columnheader">[[Manager]]</th>
			<th scope="col" role="columnheader">[[First purchase]]</th>
			<th scope="col" role="columnheader" class="num">[[Revenue]]</th>
		</tr></thead>
		<tbody role="rowgroup">
			{{#ROW}}
			<tr role="row">
				<th scope="row" role="rowheader" class="r-n"><a href="{{URL}}"><bdi>{{NAME}}</bdi></a></th>
				<td role="cell" data-l="[[Manager]]"><bdi>{{MANAGER}}</bdi></td>
				<td role="cell" data-l="[[First purchase]]">{{FIRST_DAY}}</td>
				<td role="cell" class="num" data-l="[[Revenue]]">{{REVENUE}}</td>
			</tr>
			{{/ROW}}
		</tbody>
	</table>
	{{/LIST}}
	{{#NEXT}}
	<footer class="page-of"><span></span><a class="btn" href="{{NEXT_URL}}">[[More customers]]</a></footer>
	{{/NEXT}}
</section>
[[> _foot.tpl]]
