{{%AUTOESCAPE context="HTML"}}
{{! problem.tpl - one problem of a customer.
Filled by cgi/followups/trouble.c.
WHAT, STATE, STATE_CLASS, CUSTOMER, CUSTOMER_URL; OWNER, CAUSE, COST, DUE ("" where
not known), LATE (value)
CONFLICT  shown when somebody was faster
SOLVE     the form that ends an open one, REOPEN that of a solved one: ACTION,
          TOKEN, ONCE, ID, VERSION, NOTE_VALUE; NOTE_BAD shown with MESSAGE
CHANGE    the form of what is known of an open one: the same, CURRENCY,
          WHAT_VALUE, CAUSE_VALUE, COST_VALUE, DUE_VALUE, and PERSON
          (PERSON_ID, PERSON_NAME, PERSON_HERE); .._BAD shown with MESSAGE
HAPPENED  see _happened.tpl
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
<p class="crumbs"><a href="/followups/problems">[[@left]][[Problems]]</a></p>
[[> _errors.tpl]]
{{#CONFLICT}}
<div class="note warn" role="alert">[[@warn]]<p>[[Somebody has changed this problem meanwhile: look at how it stands now.]]</p></div>
{{/CONFLICT}}
<div class="head"><div>
	<h1><bdi>{{WHAT}}</bdi> <span class="tag {{STATE_CLASS}}">{{STATE}}</span></h1>
	<p class="meta"><a href="{{CUSTOMER_URL}}"><bdi>{{CUSTOMER}}</bdi></a>{{#OWNER}}<span>[[Seen to by]] <bdi>{{OWNER}}</bdi></span>{{/OWNER}}{{#DUE}}<span>[[to be solved by {{DUE}}]]{{#LATE}} <span class="tag bad">[[overdue]]</span>{{/LATE}}</span>{{/DUE}}{{#CAUSE}}<span>[[Cause:]] <bdi>{{CAUSE}}</bdi></span>{{/CAUSE}}{{#COST}}<span>[[It cost {{COST}}]]</span>{{/COST}}</p>
</div></div>
<div class="lead one">
	<div class="stack">
		{{#SOLVE}}
		<section class="panel" aria-labelledby="h-solve">
			<header><h2 id="h-solve">[[Solved?]]</h2></header>
			<form class="sheet log" method="post" action="{{ACTION}}" novalidate>
				[[> _form.tpl]]
				<input type="hidden" name="id" value="{{ID}}">
				<input type="hidden" name="version" value="{{VERSION}}">
				<div class="f{{#NOTE_BAD}} bad{{/NOTE_BAD}}">
					<label for="note">[[How it was solved]] <span class="hint">[[(optional)]]</span></label>
					{{#NOTE_BAD}}
					<p class="err" id="note-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
					{{/NOTE_BAD}}
					<textarea id="note" name="note" rows="2"{{#NOTE_BAD}} aria-invalid="true" aria-describedby="note-e"{{/NOTE_BAD}}>{{NOTE_VALUE:p}}</textarea>
				</div>
				<div class="acts end"><button type="submit" class="btn pri">[[@check]][[Solved]]</button></div>
			</form>
		</section>
		{{/SOLVE}}
		{{#REOPEN}}
		<section class="panel" aria-labelledby="h-again">
			<header><h2 id="h-again">[[Not solved after all?]]</h2></header>
			<form class="sheet log" method="post" action="{{ACTION}}" novalidate>
				[[> _form.tpl]]
				<input type="hidden" name="id" value="{{ID}}">
				<input type="hidden" name="version" value="{{VERSION}}">
				<div class="f{{#NOTE_BAD}} bad{{/NOTE_BAD}}">
					<label for="note">[[What is wrong again?]]</label>
					{{#NOTE_BAD}}
					<p class="err" id="note-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
					{{/NOTE_BAD}}
					<textarea id="note" name="note" rows="2"{{#NOTE_BAD}} aria-invalid="true" aria-describedby="note-e"{{/NOTE_BAD}}>{{NOTE_VALUE:p}}</textarea>
				</div>
				<div class="acts end"><button type="submit" class="btn">[[Open it again]]</button></div>
			</form>
		</section>
		{{/REOPEN}}
		{{#CHANGE}}
		<section class="panel" aria-labelledby="h-change">
			<header><h2 id="h-change">[[What is known]]</h2></header>
			<form class="sheet log" method="post" action="{{ACTION}}" novalidate>
				[[> _form.tpl]]
				<input type="hidden" name="id" value="{{ID}}">
				<input type="hidden" name="version" value="{{VERSION}}">
				<div class="f{{#WHAT_BAD}} bad{{/WHAT_BAD}}">
					<label for="what">[[What is the problem?]]</label>
					{{#WHAT_BAD}}
					<p class="err" id="what-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
					{{/WHAT_BAD}}
					<textarea id="what" name="what" rows="2"{{#WHAT_BAD}} aria-invalid="true" aria-describedby="what-e"{{/WHAT_BAD}}>{{WHAT_VALUE:p}}</textarea>
				</div>
				<div class="f{{#OWNER_BAD}} bad{{/OWNER_BAD}}">
					<label for="owner">[[Who sees to it]]</label>
					{{#OWNER_BAD}}
					<p class="err" id="owner-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
					{{/OWNER_BAD}}
					<span class="sel"><select id="owner" name="owner"{{#OWNER_BAD}} aria-invalid="true" aria-describedby="owner-e"{{/OWNER_BAD}}>
						<option value="">[[Nobody]]</option>
						{{#PERSON}}
						<option value="{{PERSON_ID}}"{{#PERSON_HERE}} selected{{/PERSON_HERE}}>{{PERSON_NAME}}</option>
						{{/PERSON}}
					</select></span>
				</div>
				<div class="f{{#DUE_BAD}} bad{{/DUE_BAD}}">
					<label for="due">[[To be solved by]] <span class="hint">[[(optional)]]</span></label>
					{{#DUE_BAD}}
					<p class="err" id="due-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
					{{/DUE_BAD}}
					<input id="due" name="due" type="text" autocomplete="off" value="{{DUE_VALUE}}"{{#DUE_BAD}} aria-invalid="true" aria-describedby="due-e"{{/DUE_BAD}}>
				</div>
				<div class="f{{#CAUSE_BAD}} bad{{/CAUSE_BAD}}">
					<label for="cause">[[Cause]] <span class="hint">[[(in a word or two, the same ones each time)]]</span></label>
					{{#CAUSE_BAD}}
					<p class="err" id="cause-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
					{{/CAUSE_BAD}}
					<input id="cause" name="cause" type="text" autocomplete="off" value="{{CAUSE_VALUE}}"{{#CAUSE_BAD}} aria-invalid="true" aria-describedby="cause-e"{{/CAUSE_BAD}}>
				</div>
				<div class="f{{#COST_BAD}} bad{{/COST_BAD}}">
					<label for="cost">[[What it cost, {{CURRENCY}}]] <span class="hint">[[(optional)]]</span></label>
					{{#COST_BAD}}
					<p class="err" id="cost-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
					{{/COST_BAD}}
					<input id="cost" name="cost" type="text" inputmode="decimal" autocomplete="off" value="{{COST_VALUE}}"{{#COST_BAD}} aria-invalid="true" aria-describedby="cost-e"{{/COST_BAD}}>
				</div>
				<div class="acts end"><button type="submit" class="btn pri">[[Save]]</button></div>
			</form>
		</section>
		{{/CHANGE}}
	</div>
	<section class="panel" aria-labelledby="h-history">
		<header><h2 id="h-history">[[History]]</h2></header>
		<div class="in"><ol class="tl">
			{{#HAPPENED}}
			[[> _happened.tpl]]
			{{/HAPPENED}}
		</ol></div>
	</section>
</div>
[[> _foot.tpl]]
