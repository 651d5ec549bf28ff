{{%AUTOESCAPE context="HTML"}}
{{! customer.tpl - everything about one customer.
Filled by cgi/followups/customers.c.
NAME, SINCE, MANAGER, CONTACT, PHONE, EMAIL, CONTRACT ("" where not known);
TAG (TAG_CLASS, TAG_NAME); REFERRER (REFERRER_NAME, REFERRER_URL)
KPI            KPI_NAME, KPI_VALUE, KPI_NOTE
PLANNED         once for each open follow-up: PLANNED_URL, PLANNED_SUBJECT, PLANNED_DUE,
               PLANNED_LATE (value), PLANNED_OWNER, CALL, MAIL, VISIT
NOTHING_PLANNED  shown when there is none; PLAN with PLAN_URL to who may plan one
HEARD          with HEARD_URL, RECOMMEND_URL, SAME_URL to who may enter purchases,
               reviews and recommendations, and merge customers
PROBLEM        once for each open one: PROBLEM_WHAT, PROBLEM_URL, PROBLEM_SINCE,
               PROBLEM_DUE, PROBLEM_OWNER, and SOLVE (ACTION, TOKEN, ONCE, SOLVE_ID,
               SOLVE_VERSION, SOLVE_CUSTOMER) to who may
OPEN_PROBLEM   the form of a new one: ACTION, TOKEN, ONCE, CUSTOMER_ID,
               WHAT_VALUE, DUE_VALUE; WHAT_BAD, DUE_BAD shown with MESSAGE;
               FORM_OPEN (value)
TAB            TAB_URL, TAB_NAME, TAB_HERE (value)
HAPPENED       see _happened.tpl; NOTHING_YET; OLDER with OLDER_URL
RECOMMENDED    in it WHO for each: WHO_URL, WHO_NAME, WHO_DAY, WHO_BOUGHT
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
[[> _errors.tpl]]
<p class="crumbs"><a href="/followups/customers">[[@left]][[Customers]]</a></p>
<div class="head">
	<div>
		<h1><bdi>{{NAME}}</bdi></h1>
		<p class="meta">{{#TAG}}<span class="tag {{TAG_CLASS}}">{{TAG_NAME}}</span>{{/TAG}}<span>{{SINCE}}</span>{{#MANAGER}}<span>[[Account manager:]] <bdi>{{MANAGER}}</bdi></span>{{/MANAGER}}{{#CONTRACT}}<span>[[Contract until {{CONTRACT}}]]</span>{{/CONTRACT}}{{#REFERRER}}<span>[[Recommended by]] <a href="{{REFERRER_URL}}"><bdi>{{REFERRER_NAME}}</bdi></a></span>{{/REFERRER}}</p>
	</div>
	<div class="acts">{{#HEARD}}<a class="btn bare" href="{{SAME_URL}}">[[Same as another customer]]</a><a class="btn" href="{{HEARD_URL}}">[[@cart]][[Purchase or review]]</a><a class="btn" href="{{RECOMMEND_URL}}">[[@people]][[Recommendation]]</a>{{/HEARD}}{{#PLAN}}<a class="btn pri" href="{{PLAN_URL}}" aria-keyshortcuts="N">[[@plus]][[New follow-up]]</a>{{/PLAN}}</div>
</div>
<dl class="kpis four">
	{{#KPI}}
	<div class="kpi"><dt>{{KPI_NAME}}</dt><dd class="v">{{KPI_VALUE}}</dd><dd class="n">{{KPI_NOTE}}</dd></div>
	{{/KPI}}
</dl>
<div class="lead one">
	<section class="panel" aria-labelledby="h-history">
		<header><h2 id="h-history">[[History]]</h2>
			<nav class="seg" aria-label="[[Show]]">
				{{#TAB}}
				<a href="{{TAB_URL}}"{{#TAB_HERE}} aria-current="true"{{/TAB_HERE}}>{{TAB_NAME}}</a>
				{{/TAB}}
			</nav>
		</header>
		<div class="in">
		{{#NOTHING_YET}}
		<p class="mut">[[Nothing yet.]]</p>
		{{/NOTHING_YET}}
		<ol class="tl">
			{{#HAPPENED}}
			[[> _happened.tpl]]
			{{/HAPPENED}}
		</ol>
		{{#OLDER}}
		<p><a href="{{OLDER_URL}}">[[Show older ones]]</a></p>
		{{/OLDER}}
		</div>
	</section>
	<div class="stack">
		<section class="panel" aria-labelledby="h-next">
			<header><h2 id="h-next">[[Next]]</h2></header>
			<div class="in">
			{{#NOTHING_PLANNED}}
			<p class="mut">[[No follow-up is planned.]]</p>
			{{/NOTHING_PLANNED}}
			{{#PLANNED}}
			<p class="next"><span class="ti{{#PLANNED_LATE}} late{{/PLANNED_LATE}}">{{#CALL}}[[@phone]]{{/CALL}}{{#MAIL}}[[@mail]]{{/MAIL}}{{#VISIT}}[[@meet]]{{/VISIT}}</span><span><a href="{{PLANNED_URL}}">{{PLANNED_SUBJECT}}</a><small>{{PLANNED_DUE}}{{#PLANNED_LATE}} · <b class="late">[[overdue]]</b>{{/PLANNED_LATE}} · <bdi>{{PLANNED_OWNER}}</bdi></small></span></p>
			{{/PLANNED}}
			</div>
		</section>
		<section class="panel" aria-labelledby="h-problems">
			<header><h2 id="h-problems">[[Problems]]</h2></header>
			<div class="in">
			{{#PROBLEM}}
			<div class="note warn">[[@warn]]<div><b><a href="{{PROBLEM_URL}}">{{PROBLEM_WHAT}}</a></b>
				<p class="small">{{PROBLEM_SINCE}}{{#PROBLEM_DUE}} · [[to be solved by {{PROBLEM_DUE}}]]{{/PROBLEM_DUE}}{{#PROBLEM_OWNER}} · <bdi>{{PROBLEM_OWNER}}</bdi>{{/PROBLEM_OWNER}}</p>
				{{#SOLVE}}
				<form method="post" action="{{ACTION}}" class="solve">
					[[> _form.tpl]]
					<input type="hidden" name="id" value="{{SOLVE_ID}}">
					<input type="hidden" name="version" value="{{SOLVE_VERSION}}">
					<input type="hidden" name="customer" value="{{SOLVE_CUSTOMER}}">
					<input type="text" name="note" autocomplete="off" aria-label="[[How it was solved]]" placeholder="[[How it was solved]]">
					<button type="submit" class="btn sm">[[@check]][[Solved]]</button>
				</form>
				{{/SOLVE}}
			</div></div>
			{{/PROBLEM}}
			{{#OPEN_PROBLEM}}
			<details class="rest"{{#FORM_OPEN}} open{{/FORM_OPEN}}><summary>[[A problem was heard]]</summary>
			<form method="post" action="{{ACTION}}" novalidate>
				[[> _form.tpl]]
				<input type="hidden" name="id" value="{{CUSTOMER_ID}}">
				<div class="f{{#WHAT_BAD}} bad{{/WHAT_BAD}}">
					<label for="what">[[What is the problem?]]</label>
					{{#WHAT_BAD}}
					<p class="err" id="what-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
					{{/WHAT_BAD}}
					<textarea id="what" name="what" rows="2"{{#WHAT_BAD}} aria-invalid="true" aria-describedby="what-e"{{/WHAT_BAD}}>{{WHAT_VALUE:p}}</textarea>
				</div>
				<div class="f{{#DUE_BAD}} bad{{/DUE_BAD}}">
					<label for="due">[[To be solved by]] <span class="hint">[[(optional)]]</span></label>
					{{#DUE_BAD}}
					<p class="err" id="due-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
					{{/DUE_BAD}}
					<input id="due" name="due" type="text" autocomplete="off" value="{{DUE_VALUE}}"{{#DUE_BAD}} aria-invalid="true" aria-describedby="due-e"{{/DUE_BAD}}>
				</div>
				<button type="submit" class="btn">[[Save problem]]</button>
			</form></details>
			{{/OPEN_PROBLEM}}
			</div>
		</section>
		<section class="panel" aria-labelledby="h-reach">
			<header><h2 id="h-reach">[[How to reach them]]</h2></header>
			<div class="in"><dl class="known">
				{{#CONTACT}}<div><dt>[[Ask for]]</dt><dd><bdi>{{CONTACT}}</bdi></dd></div>{{/CONTACT}}
				{{#PHONE}}<div><dt>[[Phone]]</dt><dd>{{PHONE}}</dd></div>{{/PHONE}}
				{{#EMAIL}}<div><dt>[[Email]]</dt><dd>{{EMAIL}}</dd></div>{{/EMAIL}}
			</dl></div>
		</section>
		{{#RECOMMENDED}}
		<section class="panel" aria-labelledby="h-who">
			<header><h2 id="h-who">[[Whom they recommended us to]]</h2></header>
			<div class="in"><ul class="saved">
				{{#WHO}}
				<li><a href="{{WHO_URL}}"><bdi>{{WHO_NAME}}</bdi></a> {{#WHO_BOUGHT}}<span class="tag good">[[bought]]</span>{{/WHO_BOUGHT}} <span class="mut">{{WHO_DAY}}</span></li>
				{{/WHO}}
			</ul></div>
		</section>
		{{/RECOMMENDED}}
	</div>
</div>
[[> _foot.tpl]]
