{{! _period.tpl - the views of the leads of a period, the bar that chooses the
period, and what the reader must know of it.
LOOK        once for each view, with LOOK_NAME, LOOK_URL, and LOOK_HERE shown
            for the one in use
SAVED       once for each saved view, with SAVED_URL, SAVED_NAME, SAVED_OWNER
            ("" for the viewer's own)
SAVED_MORE  shown when there are others
SAVE_URL    where this page is saved
AS_OF       shown with AS_OF_DAY when the page speaks of a past day
TOO_EARLY   shown with SINCE_DAY when sales are recorded only since then
RUNNING     shown for a period that is not over
and the keys of _filters.tpl. }}
<div class="views">
<nav class="seg looks" aria-label="[[View]]">
	{{#LOOK}}
	<a href="{{LOOK_URL}}"{{#LOOK_HERE}} aria-current="page"{{/LOOK_HERE}}>{{LOOK_NAME}}</a>
	{{/LOOK}}
</nav>
<details class="pop">
	<summary class="btn sm">[[Saved views]]</summary>
	<div class="menu">
		{{#SAVED}}
		<a href="{{SAVED_URL}}"><bdi>{{SAVED_NAME}}</bdi>{{#SAVED_OWNER}} <small>{{SAVED_OWNER}}</small>{{/SAVED_OWNER}}</a>
		{{/SAVED}}
		{{#SAVED_MORE}}
		<a href="/account/views">[[All saved views]]</a>
		{{/SAVED_MORE}}
		<a class="last" href="{{SAVE_URL}}">[[Save this view]]</a>
	</div>
</details>
</div>
[[> _filters.tpl]]
{{#AS_OF}}
<p class="note">[[@info]]<span>[[As known on {{AS_OF_DAY}}: what happened later is left out.]]</span></p>
{{/AS_OF}}
{{#TOO_EARLY}}
<p class="note">[[@info]]<span>[[Sales are recorded only since {{SINCE_DAY}}: rates of leads that came before are not comparable.]]</span></p>
{{/TOO_EARLY}}
{{#RUNNING}}
<p class="note">[[@info]]<span>[[This period is not over: it is compared with as many days of the one before.]]</span></p>
{{/RUNNING}}
