{{%AUTOESCAPE context="HTML"}}
{{! saved-views.tpl - pages with their filters, kept under a name.
SAVE          shown when there is a page to save, with ACTION, TOKEN, ONCE of
              the form, NAME_VALUE as typed, TO_VALUE (the address), and
  STAYS, MOVES  shown by whether the address names its days
  SHARE       shown to who may share, with SHARED_HERE (value)
  NAME_BAD    shown with MESSAGE when the name is bad
SAVED         once for each view, with SAVED_URL, SAVED_NAME, SAVED_OWNER (""
              for the viewer's own), SAVED_SHARED shown for one of theirs that
              is shared, and
  MINE        shown with ACTION, TOKEN, ONCE, SAVED_ID of the form that removes
              it
NONE_YET      shown when there is none
CANNOT        shown when somebody comes from a page that cannot be saved
The rest: _top.tpl, _errors.tpl, _foot.tpl }}
[[> _top.tpl]]
<div class="narrow">
[[> _errors.tpl]]
<h1>[[Saved views]]</h1>
{{#SAVE}}
<form class="panel sheet" method="post" action="{{ACTION}}" novalidate>
	[[> _form.tpl]]
	<input type="hidden" name="to" value="{{TO_VALUE}}">
	<h2>[[Save a view]]</h2>
	<div class="f{{#NAME_BAD}} bad{{/NAME_BAD}}">
		<label for="name">[[Name]]</label>
		<p class="hint" id="name-h">[[The page you come from, with its filters.]] {{#STAYS}}[[Its days stay.]]{{/STAYS}}{{#MOVES}}[[Its days move on with the calendar.]]{{/MOVES}} [[A view of yours with the same name gives way.]]</p>
		{{#NAME_BAD}}
		<p class="err" id="name-e">[[@warn]]<span><span class="vh">[[Error:]] </span>{{MESSAGE}}</span></p>
		{{/NAME_BAD}}
		<input id="name" name="name" type="text" autocomplete="off" value="{{NAME_VALUE}}" aria-describedby="name-h{{#NAME_BAD}} name-e{{/NAME_BAD}}"{{#NAME_BAD}} aria-invalid="true"{{/NAME_BAD}}>
	</div>
	{{#SHARE}}
	<label class="tick"><input type="checkbox" name="shared" id="shared" value="1"{{#SHARED_HERE}} checked{{/SHARED_HERE}}> [[Everybody finds it, and sees it with their own rights]]</label>
	{{/SHARE}}
	<div class="acts end"><button type="submit" class="btn pri">[[Save view]]</button><a class="btn bare" href="{{TO_VALUE}}">[[Cancel]]</a></div>
</form>
{{/SAVE}}
{{#CANNOT}}
<p class="note warn">[[@warn]]<span>[[The page you come from cannot be saved.]]</span></p>
{{/CANNOT}}
{{#NONE_YET}}
<section class="panel empty">
	<p>[[No view is saved yet. Set the filters of a page, then choose “Saved views” there.]]</p>
</section>
{{/NONE_YET}}
<ul class="saved">
	{{#SAVED}}
	<li><a href="{{SAVED_URL}}"><bdi>{{SAVED_NAME}}</bdi></a>
		{{#SAVED_SHARED}}
		<span class="tag">[[shared]]</span>
		{{/SAVED_SHARED}}
		{{#SAVED_OWNER}}
		<span class="mut"><bdi>{{SAVED_OWNER}}</bdi></span>
		{{/SAVED_OWNER}}
		{{#MINE}}
		<form method="post" action="{{ACTION}}">
			[[> _form.tpl]]
			<input type="hidden" name="id" value="{{SAVED_ID}}">
			<button type="submit" class="btn sm bare" aria-label="[[Remove “{{SAVED_NAME}}”]]">[[Remove]]</button>
		</form>
		{{/MINE}}
	</li>
	{{/SAVED}}
</ul>
</div>
[[> _foot.tpl]]
