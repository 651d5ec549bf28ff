{{! _top.tpl - from the doctype to the beginning of <main>; _foot.tpl ends it.
TITLE, THEME, ERRORS             see _head.tpl
VIEWER                           shown when somebody is signed in; in it
  VIEWER_NAME, VIEWER_INITIALS
  ACTION, TOKEN, ONCE            of the form that signs out
  OVERDUE                        shown with OVERDUE_COUNT when there are any
CONVERSION_HERE, LEADS_HERE, FOLLOWUPS_HERE, RETENTION_HERE
                                 shown for the section of this page
HERE                             address of this page }}
[[> _head.tpl]]
<body>
<a class="skip" href="#main">[[Skip to content]]</a>
<header class="top"><div>
	<a class="brand" href="/">[[> _brand.tpl]]</a>
	{{#VIEWER}}
	<nav class="nav" aria-label="[[Main]]">
		<a href="/conversion"{{#CONVERSION_HERE}} aria-current="page"{{/CONVERSION_HERE}}>[[@funnel]]<span>[[Conversion]]</span></a>
		<a href="/leads"{{#LEADS_HERE}} aria-current="page"{{/LEADS_HERE}}>[[@people]]<span>[[Leads]]</span></a>
		<a href="/followups"{{#FOLLOWUPS_HERE}} aria-current="page"{{/FOLLOWUPS_HERE}}>[[@task]]<span>[[Follow-ups]]</span>
			{{#OVERDUE}}
			<span class="count">{{OVERDUE_COUNT}}<span class="vh"> [[overdue]]</span></span>
			{{/OVERDUE}}
		</a>
		<a href="/retention"{{#RETENTION_HERE}} aria-current="page"{{/RETENTION_HERE}}>[[@keep]]<span>[[Retention]]</span></a>
	</nav>
	<details class="pop me">
		<summary><span class="ava" aria-hidden="true">{{VIEWER_INITIALS}}</span><span class="vh">[[Account menu: {{VIEWER_NAME}}]]</span></summary>
		<div class="menu">
			<p>{{VIEWER_NAME}}</p>
			<a href="/account/views?to={{HERE:u}}">[[Saved views]]</a>
			<a href="/account/calendar">[[Follow-ups in a calendar]]</a>
			<a href="/account/digest">[[Daily e-mail]]</a>
			<a href="/account/look?to={{HERE:u}}">[[Language and colours]] · <span lang="[[$OTHER_LANGUAGE]]">[[$OTHER_LANGUAGE_NAME]]</span></a>
			<form method="post" action="{{ACTION}}" class="leave">
				[[> _form.tpl]]
				<button type="submit">[[Sign out]]</button>
			</form>
		</div>
	</details>
	{{/VIEWER}}
</div></header>
<main id="main" tabindex="-1">
