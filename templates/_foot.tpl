{{! _foot.tpl - from the end of <main> to the end of the page.
COMPANY   name of the company, or ""
DATA      shown once, when the page holds data; in it
  DATA_DAY, DATA_TIME, DATA_ZONE   as of when
DEMO      shown on the demo company's pages
TOAST     shown once after something was done; in it
  TOAST_TEXT                       what was done
  UNDO                             shown with ACTION, TOKEN, ONCE of its form,
                                   and KEEP (KEEP_NAME, KEEP_VALUE) for each
                                   field it carries
VIEWER    see _top.tpl: who is not signed in sees no keys }}
</main>
<footer class="foot">
	{{#COMPANY}}
	<span>{{COMPANY}}</span>
	{{/COMPANY}}
	{{#DATA}}
	<span>[[Data up to {{DATA_DAY}}, {{DATA_TIME}} ({{DATA_ZONE}})]]</span>
	{{/DATA}}
	{{#DEMO}}
	<span>[[This is a demo: people and companies are made up]]</span>
	{{/DEMO}}
	{{#VIEWER}}
	<details class="keylist" id="keys">
		<summary aria-keyshortcuts="?">[[Keyboard shortcuts]]</summary>
		<dl>
			<div><dt><kbd>←</kbd> <kbd>→</kbd></dt><dd>[[period before, after]]</dd></div>
			{{#FOLLOWUPS_HERE}}
			<div><dt><kbd>J</kbd> <kbd>K</kbd></dt><dd>[[next, previous follow-up]]</dd></div>
			<div><dt><kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd></dt><dd>[[happy, problem, no answer]]</dd></div>
			<div><dt><kbd>S</kbd></dt><dd>[[snooze]]</dd></div>
			<div><dt><kbd>N</kbd></dt><dd>[[new follow-up]]</dd></div>
			<div><dt><kbd>U</kbd></dt><dd>[[undo]]</dd></div>
			{{/FOLLOWUPS_HERE}}
			<div><dt><kbd>?</kbd></dt><dd>[[this list]]</dd></div>
			<div><dt><kbd>Esc</kbd></dt><dd>[[close]]</dd></div>
		</dl>
		<label class="keepin" id="keys-choice" hidden><input type="checkbox" id="keys-on"> [[Use these keys on this device]]</label>
	</details>
	{{/VIEWER}}
</footer>
{{#TOAST}}
<div class="toast" role="status"><span>{{TOAST_TEXT}}</span>
	{{#UNDO}}
	<form method="post" action="{{ACTION}}">
		[[> _form.tpl]]
		{{#KEEP}}
		<input type="hidden" name="{{KEEP_NAME}}" value="{{KEEP_VALUE}}">
		{{/KEEP}}
		<button type="submit" aria-keyshortcuts="U">[[Undo]]</button>
	</form>
	{{/UNDO}}
</div>
{{/TOAST}}
</body>
</html>
