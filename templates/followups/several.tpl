{{%AUTOESCAPE context="HTML"}}
{{! several.tpl - one thing done to several follow-ups of a list.
BACK_URL    the list
NOTHING     shown when there is nothing to choose from
PICKING     shown otherwise: a form with ACTION, TOKEN, ONCE; in it
  TICK_URL, UNTICK_URL              the same page with all boxes ticked, or none
  WHO_VALUE, OWNER_VALUE, ALL_VALUE what the list shows, or ""
  GROUP     once for each group that is not empty, with GROUP_NAME; in it TASK
            once for each follow-up, with PICK, PICK_HERE (value), CUSTOMER,
            SUBJECT, OWNER (or ""), DUE
  WHAT      once for each choice, with WHAT_ID, WHAT_WORD, WHAT_NAME, WHAT_HERE
            (value)
  PERSON    whom they can be given to: PERSON_ID, PERSON_NAME, PERSON_HERE
  ON_VALUE, WHY_VALUE               as typed
.._BAD      shown with MESSAGE beside a bad field
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
<nav class="crumbs" aria-label="[[Breadcrumb]]"><a href="{{BACK_URL}}">[[@left]][[Follow-ups]]</a></nav>
[[> _errors.tpl]]
<h1>[[Several follow-ups at once]]</h1>
{{#NOTHING}}
<section class="panel empty"><p>[[There is no open follow-up in this list.]]</p></section>
{{/NOTHING}}
{{#PICKING}}
<p class="lede">[[Tick the ones you mean, and say what happens to all of them.]]</p>
<p class="links"><a href="{{TICK_URL}}">[[Tick all]]</a><a href="{{UNTICK_URL}}">[[Tick none]]</a></p>
<form class="panel sheet log" method="post" action="{{ACTION}}" novalidate>
	[[> _form.tpl]]
	<input type="hidden" name="who" value="{{WHO_VALUE}}">
	<input type="hidden" name="owner" value="{{OWNER_VALUE}}">
	<input type="hidden" name="all" value="{{ALL_VALUE}}">
	<div class="f{{#PICKS_BAD}} bad{{/PICKS_BAD}}" id="picks" tabindex="-1">
		{{#PICKS_BAD}}
		<p class="err">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/PICKS_BAD}}
		{{#GROUP}}
		<fieldset class="picks">
			<legend>{{GROUP_NAME}}</legend>
			{{#TASK}}
			<label class="tick"><input type="checkbox" name="picks" value="{{PICK}}"{{#PICK_HERE}} checked{{/PICK_HERE}}> <span><b><bdi>{{CUSTOMER}}</bdi></b> {{SUBJECT}} <span class="small mut">· {{DUE}}{{#OWNER}} · <bdi>{{OWNER}}</bdi>{{/OWNER}}</span></span></label>
			{{/TASK}}
		</fieldset>
		{{/GROUP}}
	</div>
	<fieldset class="f{{#WHAT_BAD}} bad{{/WHAT_BAD}}"{{#WHAT_BAD}} aria-describedby="what-e"{{/WHAT_BAD}}>
		<legend>[[What happens to them?]]</legend>
		{{#WHAT_BAD}}
		<p class="err" id="what-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/WHAT_BAD}}
		{{#WHAT}}
		<label class="tick"><input type="radio" name="what" id="{{WHAT_ID}}" value="{{WHAT_WORD}}"{{#WHAT_HERE}} checked{{/WHAT_HERE}}> {{WHAT_NAME}}</label>
		{{/WHAT}}
	</fieldset>
	<div class="f if-on{{#ON_BAD}} bad{{/ON_BAD}}">
		<label for="on">[[Day]]</label>
		{{#ON_BAD}}
		<p class="err" id="on-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/ON_BAD}}
		<input id="on" name="on" type="text" autocomplete="off" value="{{ON_VALUE}}"{{#ON_BAD}} aria-invalid="true" aria-describedby="on-e"{{/ON_BAD}}>
	</div>
	<div class="f if-to{{#TO_BAD}} bad{{/TO_BAD}}">
		<label for="to">[[Who]]</label>
		{{#TO_BAD}}
		<p class="err" id="to-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/TO_BAD}}
		<span class="sel"><select id="to" name="to"{{#TO_BAD}} aria-invalid="true" aria-describedby="to-e"{{/TO_BAD}}>
			<option value="">[[choose]]</option>
			{{#PERSON}}
			<option value="{{PERSON_ID}}"{{#PERSON_HERE}} selected{{/PERSON_HERE}}>{{PERSON_NAME}}</option>
			{{/PERSON}}
		</select></span>
	</div>
	<div class="f if-why{{#WHY_BAD}} bad{{/WHY_BAD}}">
		<label for="why">[[Reason]]</label>
		{{#WHY_BAD}}
		<p class="err" id="why-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/WHY_BAD}}
		<input id="why" name="why" type="text" autocomplete="off" value="{{WHY_VALUE}}"{{#WHY_BAD}} aria-invalid="true" aria-describedby="why-e"{{/WHY_BAD}}>
	</div>
	<div class="acts end"><button type="submit" class="btn pri">[[Save]]</button><a class="btn bare" href="{{BACK_URL}}">[[Cancel]]</a></div>
</form>
{{/PICKING}}
</div>
[[> _foot.tpl]]
