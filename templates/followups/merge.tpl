{{%AUTOESCAPE context="HTML"}}
{{! merge.tpl - two customers beside each other, that may be the same.
Filled by cgi/followups/merging.c.
KEEP, KEEP_NAME, KEEP_URL, KEEP_VERSION   the one that stays
MERGE, MERGE_NAME, MERGE_URL, MERGE_VERSION   the other one; SWAP_URL
FACT      once for each line: FACT_NAME, FACT_KEEP, FACT_MERGE
CONFLICT  shown when somebody was faster
ACTION, TOKEN, ONCE, WHY_VALUE of the form; MERGE_BAD, WHY_BAD shown with MESSAGE
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
<p class="crumbs"><a href="{{KEEP_URL}}">[[@left]]<bdi>{{KEEP_NAME}}</bdi></a></p>
[[> _errors.tpl]]
{{#CONFLICT}}
<div class="note warn" role="alert">[[@warn]]<p>[[Somebody has changed one of them meanwhile: look at how both stand now.]]</p></div>
{{/CONFLICT}}
<h1>[[Are both the same?]]</h1>
<p class="lede">[[All that is recorded of “{{MERGE_NAME}}” moves to “{{KEEP_NAME}}”: purchases, inquiries, follow-ups, talks, problems, reviews, recommendations. It can be taken back.]]</p>
<section class="panel" aria-label="[[Both beside each other]]">
	<table class="tbl" id="merge" aria-label="[[Both beside each other]]">
		<thead><tr>
			<td></td>
			<th scope="col"><a href="{{KEEP_URL}}"><bdi>{{KEEP_NAME}}</bdi></a> <span class="tag good">[[stays]]</span></th>
			<th scope="col"><a href="{{MERGE_URL}}"><bdi>{{MERGE_NAME}}</bdi></a> <span class="tag warn">[[goes]]</span></th>
		</tr></thead>
		<tbody>
			{{#FACT}}
			<tr><th scope="row">{{FACT_NAME}}</th><td><bdi>{{FACT_KEEP}}</bdi></td><td><bdi>{{FACT_MERGE}}</bdi></td></tr>
			{{/FACT}}
		</tbody>
	</table>
</section>
{{#MERGE_BAD}}
<p class="err" id="merge-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
{{/MERGE_BAD}}
<p>[[The one that stays keeps its own name, whom to ask for, phone, e-mail, segment, account manager and contract. What is empty there stays empty.]]</p>
<p><a class="btn" href="{{SWAP_URL}}">[[Swap: let “{{MERGE_NAME}}” stay]]</a></p>
<form class="panel sheet log" method="post" action="{{ACTION}}" novalidate>
	[[> _form.tpl]]
	<input type="hidden" name="keep" value="{{KEEP}}">
	<input type="hidden" name="merge" value="{{MERGE}}">
	<input type="hidden" name="keep_version" value="{{KEEP_VERSION}}">
	<input type="hidden" name="merge_version" value="{{MERGE_VERSION}}">
	<div class="f{{#WHY_BAD}} bad{{/WHY_BAD}}">
		<label for="why">[[Why are both the same?]]</label>
		{{#WHY_BAD}}
		<p class="err" id="why-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/WHY_BAD}}
		<input id="why" name="why" type="text" autocomplete="off" value="{{WHY_VALUE}}"{{#WHY_BAD}} aria-invalid="true" aria-describedby="why-e"{{/WHY_BAD}}>
	</div>
	<div class="acts end"><button type="submit" class="btn pri">[[Merge both]]</button><a class="btn bare" href="{{KEEP_URL}}">[[Cancel]]</a></div>
</form>
</div>
[[> _foot.tpl]]
