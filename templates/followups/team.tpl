{{%AUTOESCAPE context="HTML"}}
{{! team.tpl - what the people of a team do for their customers.
Filled by cgi/followups/team.c.
FINDING, DETAILS  in words
CSV_URL, JSON_URL  the same as data
SEVERAL   shown when there are several teams; TEAM once for each: TEAM_ID,
          TEAM_NAME, TEAM_HERE (value)
SPAN      once for each: SPAN_URL, SPAN_NAME, SPAN_HERE (value); DAYS
LIST      shown when somebody is in the team; in it PERSON once for each, with
          NAME, OPEN_URL, IDLE_URL, LEAVING with LEAVING_URL to who may, and ALL, each with OPEN, OVERDUE, LATE
          (value), IDLE, and ON_TIME, MET, REACHED, UNHAPPY: RATE, RANGE (""
          for a few), PARTS
EMPTY     shown when nobody is
CONTACT_DAYS  within how many days a first contact is due
WINDOWS   within which customers are active, in words
The rest: _top.tpl, _foot.tpl }}
[[> _top.tpl]]
<p class="crumbs"><a href="/followups">[[@left]][[Follow-ups]]</a></p>
<div class="head"><div>
	<h1>[[The team's follow-ups]]</h1>
	<p class="lede"><b>{{FINDING}}</b> {{DETAILS}}</p>
</div></div>
<div class="filters">
	{{#SEVERAL}}
	<form class="find" method="get" action="/followups/team">
		<input type="hidden" name="days" value="{{DAYS}}">
		<span class="sel"><select name="team" aria-label="[[Team]]">
			{{#TEAM}}
			<option value="{{TEAM_ID}}"{{#TEAM_HERE}} selected{{/TEAM_HERE}}>{{TEAM_NAME}}</option>
			{{/TEAM}}
		</select></span>
		<button type="submit" class="btn">[[Show]]</button>
	</form>
	{{/SEVERAL}}
	<nav class="seg" aria-label="[[Days looked at]]">
		{{#SPAN}}
		<a href="{{SPAN_URL}}"{{#SPAN_HERE}} aria-current="true"{{/SPAN_HERE}}>{{SPAN_NAME}}</a>
		{{/SPAN}}
	</nav>
	<p class="links push"><a href="{{CSV_URL}}">CSV</a><a href="{{JSON_URL}}">JSON</a></p>
</div>
<section class="panel" aria-label="[[People]]">
	{{#EMPTY}}
	<div class="in empty"><p>[[Nobody is in this team.]]</p></div>
	{{/EMPTY}}
	{{#LIST}}
	<table class="tbl rows" role="table" aria-label="[[People]]">
		<thead role="rowgroup"><tr role="row">
			<th scope="col" role="columnheader">[[Account manager]]</th>
			<th scope="col" role="columnheader" class="num">[[Open]]</th>
			<th scope="col" role="columnheader" class="num">[[Overdue]]</th>
			<th scope="col" role="columnheader" class="num">[[On time]]</th>
			<th scope="col" role="columnheader" class="num">[[First contact]]</th>
			<th scope="col" role="columnheader" class="num">[[Reached]]</th>
			<th scope="col" role="columnheader" class="num">[[Problem heard]]</th>
			<th scope="col" role="columnheader" class="num">[[No next step]]</th>
		</tr></thead>
		<tbody role="rowgroup">
			{{#PERSON}}
			<tr role="row">
				<th scope="row" role="rowheader" class="r-n"><bdi>{{NAME}}</bdi>{{#LEAVING}} <a class="small mut" href="{{LEAVING_URL}}" aria-label="[[Hand over the work of {{NAME}}]]">[[Hand over]]</a>{{/LEAVING}}</th>
				<td role="cell" class="num" data-l="[[Open]]"><a href="{{OPEN_URL}}">{{OPEN}}</a></td>
				<td role="cell" class="num" data-l="[[Overdue]]">{{#LATE}}<a class="late" href="{{OPEN_URL}}">{{/LATE}}{{OVERDUE}}{{#LATE}}</a>{{/LATE}}</td>
				<td role="cell" class="num" data-l="[[On time]]">{{#ON_TIME}}{{#RATE}}<b title="{{RANGE}}">{{RATE}}</b> {{/RATE}}<small>{{PARTS}}</small>{{#RANGE}}<span class="vh">, {{RANGE}}</span>{{/RANGE}}{{/ON_TIME}}</td>
				<td role="cell" class="num" data-l="[[First contact]]">{{#MET}}{{#RATE}}<b title="{{RANGE}}">{{RATE}}</b> {{/RATE}}<small>{{PARTS}}</small>{{#RANGE}}<span class="vh">, {{RANGE}}</span>{{/RANGE}}{{/MET}}</td>
				<td role="cell" class="num" data-l="[[Reached]]">{{#REACHED}}{{#RATE}}<b title="{{RANGE}}">{{RATE}}</b> {{/RATE}}<small>{{PARTS}}</small>{{#RANGE}}<span class="vh">, {{RANGE}}</span>{{/RANGE}}{{/REACHED}}</td>
				<td role="cell" class="num" data-l="[[Problem heard]]">{{#UNHAPPY}}{{#RATE}}<b title="{{RANGE}}">{{RATE}}</b> {{/RATE}}<small>{{PARTS}}</small>{{#RANGE}}<span class="vh">, {{RANGE}}</span>{{/RANGE}}{{/UNHAPPY}}</td>
				<td role="cell" class="num" data-l="[[No next step]]"><a href="{{IDLE_URL}}">{{IDLE}}</a></td>
			</tr>
			{{/PERSON}}
			{{#ALL}}
			<tr role="row">
				<th scope="row" role="rowheader" class="r-n">[[Together]]</th>
				<td role="cell" class="num" data-l="[[Open]]">{{OPEN}}</td>
				<td role="cell" class="num" data-l="[[Overdue]]">{{OVERDUE}}</td>
				<td role="cell" class="num" data-l="[[On time]]">{{#ON_TIME}}{{#RATE}}<b title="{{RANGE}}">{{RATE}}</b> {{/RATE}}<small>{{PARTS}}</small>{{#RANGE}}<span class="vh">, {{RANGE}}</span>{{/RANGE}}{{/ON_TIME}}</td>
				<td role="cell" class="num" data-l="[[First contact]]">{{#MET}}{{#RATE}}<b title="{{RANGE}}">{{RATE}}</b> {{/RATE}}<small>{{PARTS}}</small>{{#RANGE}}<span class="vh">, {{RANGE}}</span>{{/RANGE}}{{/MET}}</td>
				<td role="cell" class="num" data-l="[[Reached]]">{{#REACHED}}{{#RATE}}<b title="{{RANGE}}">{{RATE}}</b> {{/RATE}}<small>{{PARTS}}</small>{{#RANGE}}<span class="vh">, {{RANGE}}</span>{{/RANGE}}{{/REACHED}}</td>
				<td role="cell" class="num" data-l="[[Problem heard]]">{{#UNHAPPY}}{{#RATE}}<b title="{{RANGE}}">{{RATE}}</b> {{/RATE}}<small>{{PARTS}}</small>{{#RANGE}}<span class="vh">, {{RANGE}}</span>{{/RANGE}}{{/UNHAPPY}}</td>
				<td role="cell" class="num" data-l="[[No next step]]">{{IDLE}}</td>
			</tr>
			{{/ALL}}
		</tbody>
	</table>
	{{/LIST}}
</section>
<dl class="known small">
	<div><dt>[[On time]]</dt><dd>[[done by the day it was first due, of those due in these days; cancelled ones do not count]]</dd></div>
	<div><dt>[[First contact]]</dt><dd>[[customers who were talked to within {{CONTACT_DAYS}} days of their first purchase, of those for whom these days ran out]]</dd></div>
	<div><dt>[[Reached]]</dt><dd>[[talks, of all tries]]</dd></div>
	<div><dt>[[Problem heard]]</dt><dd>[[talks with an unhappy customer, of all talks]]</dd></div>
	<div><dt>[[No next step]]</dt><dd>[[customers without an open follow-up, of the active ones who may be contacted]]</dd></div>
	<div><dt>[[Active]]</dt><dd>[[whose contract runs, or who bought within the time in which nine in ten of those who buy again do so: {{WINDOWS}}]]</dd></div>
</dl>
[[> _foot.tpl]]
