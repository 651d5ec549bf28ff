{{%AUTOESCAPE context="HTML"}}
{{! leaving.tpl - the work of somebody who leaves.
Filled by cgi/followups/leaving.c.
NAME, PERSON (the id)
KPI        KPI_NAME, KPI_VALUE: what they have
NOTHING    shown when that is nothing
HAND_OVER  shown else: a form with ACTION, TOKEN, ONCE, WHY_VALUE; COLLEAGUE once
           for each: TO_ID, TO_NAME, TO_HERE (value); TO_BAD, WHY_BAD shown with
           MESSAGE
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
<p class="crumbs"><a href="/followups/team">[[@left]][[The team's follow-ups]]</a></p>
[[> _errors.tpl]]
<h1>[[Hand over the work of {{NAME}}]]</h1>
<p class="lede">[[Customers, open follow-ups and open leads go to a colleague. What was won, and what was done, stays where it is.]]</p>
<dl class="kpis">
	{{#KPI}}
	<div class="kpi"><dt>{{KPI_NAME}}</dt><dd class="v">{{KPI_VALUE}}</dd></div>
	{{/KPI}}
</dl>
{{#NOTHING}}
<section class="panel empty"><p>[[There is nothing left to hand over.]]</p></section>
{{/NOTHING}}
{{#HAND_OVER}}
<form class="panel sheet log" method="post" action="{{ACTION}}" novalidate>
	[[> _form.tpl]]
	<input type="hidden" name="person" value="{{PERSON}}">
	<div class="f{{#TO_BAD}} bad{{/TO_BAD}}">
		<label for="to">[[Who takes it over]]</label>
		{{#TO_BAD}}
		<p class="err" id="to-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/TO_BAD}}
		<span class="sel"><select id="to" name="to"{{#TO_BAD}} aria-invalid="true" aria-describedby="to-e"{{/TO_BAD}}>
			<option value="">[[choose]]</option>
			{{#COLLEAGUE}}
			<option value="{{TO_ID}}"{{#TO_HERE}} selected{{/TO_HERE}}>{{TO_NAME}}</option>
			{{/COLLEAGUE}}
		</select></span>
	</div>
	<div class="f{{#WHY_BAD}} bad{{/WHY_BAD}}">
		<label for="why">[[Reason]]</label>
		{{#WHY_BAD}}
		<p class="err" id="why-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/WHY_BAD}}
		<input id="why" name="why" type="text" autocomplete="off" value="{{WHY_VALUE}}"{{#WHY_BAD}} aria-invalid="true" aria-describedby="why-e"{{/WHY_BAD}}>
	</div>
	<div class="acts end"><button type="submit" class="btn pri">[[Hand over]]</button><span class="small mut">[[at most 500 of each at once]]</span></div>
</form>
{{/HAND_OVER}}
</div>
[[> _foot.tpl]]
