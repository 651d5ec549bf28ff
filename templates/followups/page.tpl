{{%AUTOESCAPE context="HTML"}}
{{! page.tpl - the talks to come: a list, and one customer beside it.
FINDING, DETAILS   lead sentences; DETAILS may be ""
MAY_WRITE          shown to who may change follow-ups; in it NEW_URL,
                   SEVERAL_URL
WHO                once for each choice of whose follow-ups, with WHO_URL,
                   WHO_NAME, WHO_HERE (value: "1" for the one shown, or "")
DONE               shown when there is or was something to do today, with
                   DONE_TEXT ("5 of 11"), DONE_COUNT, DONE_ALL (plain numbers)
CSV_URL, JSON_URL  the list as data
TEAM               shown to who sees a team
RULES              shown to who may make rules
GROUP              once for each group that is not empty, with GROUP_ID,
                   GROUP_NAME, GROUP_COUNT, GROUP_LATE (value), and MORE
                   (MORE_TEXT, MORE_URL) when not all of it is shown
  TASK             once for each follow-up, with
    TASK_ID, TASK_URL, TASK_ON, TASK_LATER (values), CUSTOMER, SUBJECT, CAUSE,
    OWNER ("" when it is clear), DUE, DUE_LATE (value), DUE_NOTE, WORTH
    CALL, MAIL, VISIT   shown by the kind of talk
    TAG                 TAG_CLASS, TAG_NAME
    QUICK               shown with ACTION, TOKEN, ONCE, VERSION of its form,
                        and THEN: the follow-up that comes after it, or ""
IDLE               shown when customers of the person have no next step, with
                   IDLE_COUNT, IDLE_URL (all of them), and IDLE_ROW once for a
                   few: NAME, URL, LAST, UNTIL, REVENUE, PROBLEM (value), and PLAN with PLAN_URL to
                   who may plan; IDLE_MORE (IDLE_TEXT) when there are others
WHO_VALUE, OWNER_VALUE, ALL_VALUE  what the list shows, kept by its forms
TOMORROW_VALUE, TOMORROW, WEEK_VALUE, WEEK, MONTH_VALUE, MONTH
                   days to snooze to, for the form and in words
EMPTY              shown when there is nothing at all, with EMPTY_TITLE,
                   EMPTY_TEXT
DETAIL             shown with the follow-up that is open; in it TAG as above, and
    D_CUSTOMER, D_CUSTOMER_URL, D_SINCE, D_CONTACT, D_PURCHASES, D_REVENUE, D_LAST_PURCHASE,
    D_LAST_CONTACT, D_PHONE, D_EMAIL, D_PROBLEM, D_SUBJECT, D_KIND, D_CAUSE,
    D_DUE, D_REPEATS, D_OWNER, D_NOTE   values, "" where there is none
    D_ENDED           shown when it is not open any more, with D_STATE
    EVENTS            shown when there are any; in it
    HAPPENED          once for each event: see _happened.tpl
    EARLIER           shown when there are older ones; in it EARLIER_TEXT and
                      HAPPENED as above
    NOTHING_YET       shown when there is none
    CONFLICT          shown when somebody was faster, with NOW_TEXT and, for
                      each part of what was typed, TYPED (TYPED_LABEL,
                      TYPED_TEXT)
    RESULT            shown with ACTION, TOKEN, ONCE, RESULT_ID, VERSION, THEN
                      of the form; OUTCOME and NEXT once for each choice, with
                      .._WORD, .._NAME, .._HERE (values) and NEXT_DAY_TEXT;
                      NOTE_VALUE, SCORE_VALUE, REVIEW_HERE,
                      RECOMMEND_HERE, PROBLEM_VALUE,
                      NEXT_DAY_VALUE as typed;
                      .._BAD with MESSAGE beside a bad field
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="head">
	<div><h1>[[Follow-ups]]</h1><p class="lede"><b>{{FINDING}}</b> {{DETAILS}}</p></div>
	<div class="acts"><a class="btn" href="/followups/problems">[[@warn]][[Problems]]</a><a class="btn" href="/followups/customers">[[@search]][[Find a customer]]</a>{{#MAY_WRITE}}<a class="btn pri" href="{{NEW_URL}}" aria-keyshortcuts="N">[[@plus]][[New follow-up]]</a>{{/MAY_WRITE}}</div>
</div>
<div class="filters">
	<nav class="seg" aria-label="[[Whose follow-ups]]">
		{{#WHO}}
		<a href="{{WHO_URL}}"{{#WHO_HERE}} aria-current="true"{{/WHO_HERE}}>{{WHO_NAME}}</a>
		{{/WHO}}
	</nav>
	{{#DONE}}
	<p class="dayline"><span id="done-l">[[{{DONE_TEXT}} done today]]</span> <progress max="{{DONE_ALL}}" value="{{DONE_COUNT}}" aria-labelledby="done-l">{{DONE_TEXT}}</progress></p>
	{{/DONE}}
	<p class="links push"><a href="{{CSV_URL}}">CSV</a><a href="{{JSON_URL}}">JSON</a>{{#MAY_WRITE}}<a href="{{SEVERAL_URL}}">[[Several at once]]</a>{{/MAY_WRITE}}<a href="/followups/idle">[[No next step]]</a>{{#TEAM}}<a href="/followups/team">[[Team]]</a>{{/TEAM}}{{#RULES}}<a href="/followups/rules">[[Rules]]</a>{{/RULES}}</p>
</div>
<div class="desk">
<div class="list">
{{#EMPTY}}
<section class="panel empty">
	<h2>{{EMPTY_TITLE}}</h2>
	<p>{{EMPTY_TEXT}}</p>
	{{#MAY_WRITE}}
	<p class="acts"><a class="btn" href="{{NEW_URL}}">[[Plan a follow-up]]</a></p>
	{{/MAY_WRITE}}
</section>
{{/EMPTY}}
{{#GROUP}}
<section class="panel" aria-labelledby="{{GROUP_ID}}">
	<header><h2 id="{{GROUP_ID}}"{{#GROUP_LATE}} class="late"{{/GROUP_LATE}}>{{GROUP_NAME}} <span class="mut">{{GROUP_COUNT}}</span></h2></header>
	<ul class="tasks">
		{{#TASK}}
		<li class="task{{#TASK_ON}} on{{/TASK_ON}}{{#TASK_LATER}} later{{/TASK_LATER}}" id="t{{TASK_ID}}"><div>
			<span class="ch">{{#CALL}}[[@phone]]<span class="vh">[[Call]]</span>{{/CALL}}{{#MAIL}}[[@mail]]<span class="vh">[[Email]]</span>{{/MAIL}}{{#VISIT}}[[@meet]]<span class="vh">[[Meeting]]</span>{{/VISIT}}</span>
			<div class="what">
				<h3><a href="{{TASK_URL}}"{{#TASK_ON}} aria-current="true"{{/TASK_ON}}>{{CUSTOMER}}</a>
					{{#TAG}}
					<span class="tag {{TAG_CLASS}}">{{TAG_NAME}}</span>
					{{/TAG}}
				</h3>
				<p>{{SUBJECT}} <span class="small mut">· {{CAUSE}}{{#OWNER}} · <bdi>{{OWNER}}</bdi>{{/OWNER}}</span></p>
			</div>
			<p class="due"><b{{#DUE_LATE}} class="late"{{/DUE_LATE}}>{{DUE}}</b>{{#DUE_NOTE}}<small>{{DUE_NOTE}}</small>{{/DUE_NOTE}}</p>
			<p class="worth"><b>{{WORTH}}</b><small>[[12 months]]</small></p>
			{{#QUICK}}
			<form class="outs" method="post" action="{{ACTION}}">
				[[> _form.tpl]]
				<input type="hidden" name="id" value="{{TASK_ID}}">
				<input type="hidden" name="version" value="{{VERSION}}">
				<input type="hidden" name="then" value="{{THEN}}">
				<input type="hidden" name="who" value="{{WHO_VALUE}}">
				{{#OWNER_VALUE}}
				<input type="hidden" name="owner" value="{{OWNER_VALUE}}">
				{{/OWNER_VALUE}}
				{{#ALL_VALUE}}
				<input type="hidden" name="all" value="{{ALL_VALUE}}">
				{{/ALL_VALUE}}
				<button type="submit" class="btn sm" name="outcome" value="happy" aria-label="[[{{CUSTOMER}}: reached, happy]]"{{#TASK_ON}} aria-keyshortcuts="1"{{/TASK_ON}}>[[@check]][[Happy]]</button>
				<button type="submit" class="btn sm" name="outcome" value="unhappy" aria-label="[[{{CUSTOMER}}: reached, has a problem]]"{{#TASK_ON}} aria-keyshortcuts="2"{{/TASK_ON}}>[[@warn]][[Problem]]</button>
				<button type="submit" class="btn sm" name="outcome" value="no_answer" aria-label="[[{{CUSTOMER}}: no answer, try again tomorrow]]"{{#TASK_ON}} aria-keyshortcuts="3"{{/TASK_ON}}>[[No answer]]</button>
				<details class="pop">
					<summary class="btn sm" aria-label="[[{{CUSTOMER}}: snooze]]"{{#TASK_ON}} aria-keyshortcuts="S"{{/TASK_ON}}>[[@clock]][[Snooze]]</summary>
					<div class="menu">
						<button type="submit" name="snooze" value="{{TOMORROW_VALUE}}">[[Tomorrow]] <small>{{TOMORROW}}</small></button>
						<button type="submit" name="snooze" value="{{WEEK_VALUE}}">[[In a week]] <small>{{WEEK}}</small></button>
						<button type="submit" name="snooze" value="{{MONTH_VALUE}}">[[In a month]] <small>{{MONTH}}</small></button>
					</div>
				</details>
			</form>
			{{/QUICK}}
		</div></li>
		{{/TASK}}
	</ul>
	{{#MORE}}
	<footer><a href="{{MORE_URL}}">{{MORE_TEXT}}</a></footer>
	{{/MORE}}
</section>
{{/GROUP}}
{{#IDLE}}
<section class="panel" aria-labelledby="idle">
	<header><h2 id="idle">[[No next step]] <span class="mut">{{IDLE_COUNT}}</span></h2></header>
	<table class="tbl rows" role="table" aria-labelledby="idle">
		<thead role="rowgroup"><tr role="row">
			<th scope="col" role="columnheader">[[Customer]]</th>
			<th scope="col" role="columnheader">[[Last purchase]]</th>
			<th scope="col" role="columnheader">[[Active until]]</th>
			<th scope="col" role="columnheader" class="num">[[12 months]]</th>
			<th scope="col" role="columnheader"><span class="vh">[[New follow-up]]</span></th>
		</tr></thead>
		<tbody role="rowgroup">
			{{#IDLE_ROW}}
			<tr role="row">
				<th scope="row" role="rowheader" class="r-n"><a href="{{URL}}"><bdi>{{NAME}}</bdi></a>{{#PROBLEM}} <span class="tag bad">[[Open problem]]</span>{{/PROBLEM}}</th>
				<td role="cell" data-l="[[Last purchase]]">{{LAST}}</td>
				<td role="cell" data-l="[[Active until]]">{{UNTIL}}</td>
				<td role="cell" class="num" data-l="[[12 months]]">{{REVENUE}}</td>
				<td role="cell" class="num">{{#PLAN}}<a class="btn sm" href="{{PLAN_URL}}" aria-label="[[New follow-up: {{NAME}}]]">[[@plus]][[New follow-up]]</a>{{/PLAN}}</td>
			</tr>
			{{/IDLE_ROW}}
		</tbody>
	</table>
	{{#IDLE_MORE}}
	<footer><a href="{{IDLE_URL}}">{{IDLE_TEXT}}</a></footer>
	{{/IDLE_MORE}}
</section>
{{/IDLE}}
{{#MAY_WRITE}}
<p class="keys mut small"><kbd>J</kbd> <kbd>K</kbd> [[move]] · <kbd>1</kbd> [[happy]] · <kbd>2</kbd> [[problem]] · <kbd>3</kbd> [[no answer]] · <kbd>S</kbd> [[snooze]] · <kbd>N</kbd> [[new]] · <kbd>U</kbd> [[undo]]</p>
{{/MAY_WRITE}}
</div>
{{#DETAIL}}
<aside class="detail panel" id="detail" aria-labelledby="d-h" tabindex="-1">
	<header>
		<div><h2 id="d-h"><a class="quiet" href="{{D_CUSTOMER_URL}}">{{D_CUSTOMER}}</a></h2><p>{{D_SINCE}}{{#D_CONTACT}} · {{D_CONTACT}}{{/D_CONTACT}}</p></div>
		<div class="acts">
			{{#TAG}}
			<span class="tag {{TAG_CLASS}}">{{TAG_NAME}}</span>
			{{/TAG}}
		</div>
	</header>
	<div class="in">
	[[> _errors.tpl]]
	{{#CONFLICT}}
	<div class="note warn" role="alert">[[@warn]]<div>
		<p><b>[[Somebody changed this follow-up after you had opened it. Nothing of yours was saved.]]</b></p>
		<p>[[As it is now:]] {{NOW_TEXT}}</p>
		<p>[[What you sent:]]</p>
		{{#TYPED}}
		<p>{{TYPED_LABEL}}: <b>{{TYPED_TEXT}}</b></p>
		{{/TYPED}}
	</div></div>
	{{/CONFLICT}}
	<dl class="facts">
		<div><dt>[[Purchases]]</dt><dd>{{D_PURCHASES}}</dd></div>
		<div><dt>[[12 months]]</dt><dd>{{D_REVENUE}}</dd></div>
	</dl>
	<p class="meta"><span>[[Last purchase:]] {{D_LAST_PURCHASE}}</span><span>[[Last contact:]] {{D_LAST_CONTACT}}</span></p>
	{{#D_PHONE}}
	<p class="reach">[[@phone]]<span class="vh">[[Phone:]] </span>{{D_PHONE}}</p>
	{{/D_PHONE}}
	{{#D_EMAIL}}
	<p class="reach">[[@mail]]<span class="vh">[[Email:]] </span>{{D_EMAIL}}</p>
	{{/D_EMAIL}}
	{{#D_PROBLEM}}
	<div class="note warn">[[@warn]]<p><b>[[Open problem]]</b><br>{{D_PROBLEM}}</p></div>
	{{/D_PROBLEM}}
	<h3>[[This follow-up]]</h3>
	<div>
		<p>{{D_SUBJECT}}</p>
		<p class="small mut">{{D_KIND}} · {{D_CAUSE}} · {{D_DUE}} · {{#D_REPEATS}}{{D_REPEATS}} · {{/D_REPEATS}}{{D_OWNER}}</p>
		{{#D_NOTE}}
		<p class="said">{{D_NOTE:p}}</p>
		{{/D_NOTE}}
	</div>
	<h3>[[What happened]]</h3>
	{{#NOTHING_YET}}
	<p class="mut">[[Nothing is recorded yet: no talk, no purchase, no problem.]]</p>
	{{/NOTHING_YET}}
	{{#EVENTS}}
	<ol class="tl mini">
		{{#HAPPENED}}
		[[> _happened.tpl]]
		{{/HAPPENED}}
	</ol>
	{{#EARLIER}}
	<details class="rest"><summary>{{EARLIER_TEXT}}</summary><ol class="tl mini">
		{{#HAPPENED}}
		[[> _happened.tpl]]
		{{/HAPPENED}}
	</ol></details>
	{{/EARLIER}}
	{{/EVENTS}}
	{{#D_ENDED}}
	<p class="note">[[@info]]<span>{{D_STATE}}</span></p>
	{{/D_ENDED}}
	{{#RESULT}}
	<form class="log" method="post" action="{{ACTION}}" novalidate>
		[[> _form.tpl]]
		<input type="hidden" name="id" value="{{RESULT_ID}}">
		<input type="hidden" name="version" value="{{VERSION}}">
		<input type="hidden" name="then" value="{{THEN}}">
		<input type="hidden" name="who" value="{{WHO_VALUE}}">
		{{#OWNER_VALUE}}
		<input type="hidden" name="owner" value="{{OWNER_VALUE}}">
		{{/OWNER_VALUE}}
		{{#ALL_VALUE}}
		<input type="hidden" name="all" value="{{ALL_VALUE}}">
		{{/ALL_VALUE}}
		<fieldset class="f{{#OUTCOME_BAD}} bad{{/OUTCOME_BAD}}"{{#OUTCOME_BAD}} aria-describedby="outcome-e"{{/OUTCOME_BAD}}>
			<legend>[[How did it end?]]</legend>
			{{#OUTCOME_BAD}}
			<p class="err" id="outcome-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/OUTCOME_BAD}}
			<div class="tiles two">
				{{#OUTCOME}}
				<label class="tile"><input type="radio" name="outcome" id="{{OUTCOME_ID}}" value="{{OUTCOME_WORD}}"{{#OUTCOME_HERE}} checked{{/OUTCOME_HERE}}>{{OUTCOME_NAME}}</label>
				{{/OUTCOME}}
			</div>
		</fieldset>
		<div class="f if-problem{{#PROBLEM_BAD}} bad{{/PROBLEM_BAD}}">
			<label for="problem">[[What is the problem?]]</label>
			{{#PROBLEM_BAD}}
			<p class="err" id="problem-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/PROBLEM_BAD}}
			<textarea id="problem" name="problem" rows="2"{{#PROBLEM_BAD}} aria-invalid="true" aria-describedby="problem-e"{{/PROBLEM_BAD}}>{{PROBLEM_VALUE:p}}</textarea>
		</div>
		<div class="f{{#NOTE_BAD}} bad{{/NOTE_BAD}}">
			<label for="note">[[Note]] <span class="hint">[[(optional)]]</span></label>
			{{#NOTE_BAD}}
			<p class="err" id="note-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/NOTE_BAD}}
			<textarea id="note" name="note" rows="2"{{#NOTE_BAD}} aria-invalid="true" aria-describedby="note-e"{{/NOTE_BAD}}>{{NOTE_VALUE:p}}</textarea>
		</div>
		<div class="f{{#SCORE_BAD}} bad{{/SCORE_BAD}}">
			<label for="score">[[Score, 0 to 10]] <span class="hint">[[(if you asked for one)]]</span></label>
			{{#SCORE_BAD}}
			<p class="err" id="score-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/SCORE_BAD}}
			<input id="score" name="score" type="text" inputmode="numeric" autocomplete="off" value="{{SCORE_VALUE}}"{{#SCORE_BAD}} aria-invalid="true" aria-describedby="score-e"{{/SCORE_BAD}}>
		</div>
		<label class="tick"><input type="checkbox" name="review" value="1"{{#REVIEW_HERE}} checked{{/REVIEW_HERE}}> [[Asked for a review]]</label>
		<label class="tick"><input type="checkbox" name="recommend" value="1"{{#RECOMMEND_HERE}} checked{{/RECOMMEND_HERE}}> [[Asked to recommend us]]</label>
		<fieldset class="f{{#NEXT_BAD}} bad{{/NEXT_BAD}}"{{#NEXT_BAD}} aria-describedby="next-e"{{/NEXT_BAD}}>
			<legend>[[Next follow-up in]]</legend>
			{{#NEXT_BAD}}
			<p class="err" id="next-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/NEXT_BAD}}
			<div class="tiles two">
				{{#NEXT}}
				<label class="tile"><input type="radio" name="next" id="{{NEXT_ID}}" value="{{NEXT_WORD}}"{{#NEXT_HERE}} checked{{/NEXT_HERE}}><span>{{NEXT_NAME}}{{#NEXT_DAY_TEXT}}<small>{{NEXT_DAY_TEXT}}</small>{{/NEXT_DAY_TEXT}}</span></label>
				{{/NEXT}}
			</div>
		</fieldset>
		<div class="f if-day{{#NEXT_DAY_BAD}} bad{{/NEXT_DAY_BAD}}">
			<label for="next_day">[[Another day]] <span class="hint">[[(for example 30 11 2026 or 30 Nov)]]</span></label>
			{{#NEXT_DAY_BAD}}
			<p class="err" id="next_day-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
			{{/NEXT_DAY_BAD}}
			<input id="next_day" name="next_day" type="text" autocomplete="off" value="{{NEXT_DAY_VALUE}}"{{#NEXT_DAY_BAD}} aria-invalid="true" aria-describedby="next_day-e"{{/NEXT_DAY_BAD}}>
		</div>
		<button type="submit" class="btn pri wide">[[Save and open the next one]]</button>
	</form>
	<p><a href="{{OTHER_URL}}">[[Cancel it, or hand it over]]</a></p>
	{{/RESULT}}
	</div>
</aside>
{{/DETAIL}}
</div>
[[> _foot.tpl]]
