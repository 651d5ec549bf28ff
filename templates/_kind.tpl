{{! _kind.tpl - the icon and name of a kind of talk.
CALL, MAIL, VISIT  shown by the kind }}
{{#CALL}}[[@phone]]<span class="vh">[[Call]]</span>{{/CALL}}{{#MAIL}}[[@mail]]<span class="vh">[[Email]]</span>{{/MAIL}}{{#VISIT}}[[@meet]]<span class="vh">[[Meeting]]</span>{{/VISIT}}
