{{%AUTOESCAPE context="HTML"}}
{{! error.tpl - every page that is not the one asked for.
STATUS    as in the answer: 400, 403, 404, 409, 422, 429, 500, 503
TITLE     what happened, in words
SENTENCE  what to do
REQUEST   number of the request, as in the log
SIGN_IN   shown with SIGN_IN_URL when the session has ended
The rest: _top.tpl, _foot.tpl }}
[[> _top.tpl]]
<section class="panel narrow oops">
	<p class="code" aria-hidden="true">{{STATUS}}</p>
	<h1>{{TITLE}}</h1>
	{{#SENTENCE}}
	<p class="lede">{{SENTENCE}}</p>
	{{/SENTENCE}}
	<p class="acts">{{#SIGN_IN}}<a class="btn pri" href="{{SIGN_IN_URL}}">[[Sign in]]</a>{{/SIGN_IN}}<a class="btn" href="/">[[Go to the start]]</a></p>
	<p class="small mut">[[If it happens again, tell your administrator this number:]] <code>{{REQUEST}}</code></p>
</section>
[[> _foot.tpl]]
