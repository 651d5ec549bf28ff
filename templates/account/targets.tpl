{{%AUTOESCAPE context="HTML"}}
{{! targets.tpl - the share of leads that teams are to turn into customers.
Filled by cgi/account/targets.c.
ACTION, TOKEN, ONCE of the form; TEAM (TEAM_ID, TEAM_NAME, TEAM_HERE),
PERCENT_VALUE, FROM_VALUE as typed; TEAM_BAD, PERCENT_BAD, FROM_BAD shown with
MESSAGE
TARGET    once for each: TARGET_NAME, TARGET_FROM, TARGET_TEXT, and ACTION,
          TOKEN, ONCE, TARGET_TEAM, TARGET_DAY of the form that removes it
NONE_YET  shown when there is none
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
[[> _errors.tpl]]
<h1>[[Targets]]</h1>
<form class="panel sheet" method="post" action="{{ACTION}}" novalidate>
	[[> _form.tpl]]
	<h2>[[Set a target for the conversion]]</h2>
	<p class="hint">[[A page shows the target that holds on the last day of its period. A team without one of its own is measured by that of all together.]]</p>
	<div class="f{{#TEAM_BAD}} bad{{/TEAM_BAD}}">
		<label for="team">[[Whose]]</label>
		{{#TEAM_BAD}}
		<p class="err" id="team-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/TEAM_BAD}}
		<span class="sel"><select id="team" name="team"{{#TEAM_BAD}} aria-invalid="true" aria-describedby="team-e"{{/TEAM_BAD}}>
			{{#TEAM}}
			<option value="{{TEAM_ID}}"{{#TEAM_HERE}} selected{{/TEAM_HERE}}>{{TEAM_NAME}}</option>
			{{/TEAM}}
		</select></span>
	</div>
	<div class="pair">
		<div class="f{{#PERCENT_BAD}} bad{{/PERCENT_BAD}}">
			<label for="percent">[[Percent]] <span class="hint">[[(0: none any more)]]</span></label>
			{{#PERCENT_BAD}}
			<p class="err" id="percent-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/PERCENT_BAD}}
			<input id="percent" name="percent" type="text" inputmode="numeric" autocomplete="off" value="{{PERCENT_VALUE}}"{{#PERCENT_BAD}} aria-invalid="true" aria-describedby="percent-e"{{/PERCENT_BAD}}>
		</div>
		<div class="f{{#FROM_BAD}} bad{{/FROM_BAD}}">
			<label for="from">[[From which day]] <span class="hint">[[(today, if left empty)]]</span></label>
			{{#FROM_BAD}}
			<p class="err" id="from-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/FROM_BAD}}
			<input id="from" name="from" type="text" autocomplete="off" value="{{FROM_VALUE}}"{{#FROM_BAD}} aria-invalid="true" aria-describedby="from-e"{{/FROM_BAD}}>
		</div>
	</div>
	<div class="acts end"><button type="submit" class="btn pri">[[Set target]]</button></div>
</form>
{{#NONE_YET}}
<section class="panel empty">
	<p>[[No target is set yet.]]</p>
</section>
{{/NONE_YET}}
<ul class="saved">
	{{#TARGET}}
	<li><b>{{TARGET_TEXT}}</b>
		<span><bdi>{{TARGET_NAME}}</bdi> <span class="mut">[[from {{TARGET_FROM}}]]</span></span>
		<form method="post" action="{{ACTION}}">
			[[> _form.tpl]]
			<input type="hidden" name="team" value="{{TARGET_TEAM}}">
			<input type="hidden" name="from" value="{{TARGET_DAY}}">
			<button type="submit" class="btn sm bare" aria-label="[[Remove {{TARGET_TEXT}} of {{TARGET_NAME}}]]">[[Remove]]</button>
		</form>
	</li>
	{{/TARGET}}
</ul>
</div>
[[> _foot.tpl]]
