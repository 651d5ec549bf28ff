{{! _happened.tpl - one thing that happened with a customer.
H_CLASS, H_TITLE, H_DAY, H_TEXT, H_PERSON ("" where nobody is named), and an
icon: H_CALL, H_MAIL, H_VISIT, H_CART, H_WARN, H_CHECK, H_STAR, H_PEOPLE }}
<li class="{{H_CLASS}}"><span class="ti">{{#H_CALL}}[[@phone]]{{/H_CALL}}{{#H_MAIL}}[[@mail]]{{/H_MAIL}}{{#H_VISIT}}[[@meet]]{{/H_VISIT}}{{#H_CART}}[[@cart]]{{/H_CART}}{{#H_WARN}}[[@warn]]{{/H_WARN}}{{#H_CHECK}}[[@check]]{{/H_CHECK}}{{#H_STAR}}[[@star]]{{/H_STAR}}{{#H_PEOPLE}}[[@people]]{{/H_PEOPLE}}</span><div><b>{{H_TITLE}}</b> <span class="mut">{{H_DAY}}{{#H_PERSON}} · {{H_PERSON}}{{/H_PERSON}}</span>{{#H_TEXT}}<p class="said">{{H_TEXT:p}}</p>{{/H_TEXT}}</div></li>
