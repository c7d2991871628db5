import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from handbook import body
from handbook.body import Piece
from handbook.diagnostics import Finding, Rule, Span
from handbook.front_text import place
from handbook.library import Document, Library
from handbook.model import Kind
from handbook.placeholder_names import suggestion
from handbook.running_text import paragraphs
from handbook.spoken import spoken
from handbook.text import Text

RULE = Rule(
    code="HB308",
    name="foreign-blank",
    finds=Text(
        "话术里留着别的系统的填空写法，例如【姓名】、某某银行、XX元、____、%s、${name}、{% if %}。",
        "A blank of another system left in a script, such as [name], XXX, ____, %s, ${name} or {% if %}.",
    ),
    why=Text(
        "它不是填写框，也没有类型和隐私级别，会原样念出或发给客户。",
        "It is no field and has neither type nor privacy class; it is read out or sent to the customer as it stands.",
    ),
    wrong="""/// send
尊敬的【姓名】先生，您本期应还XX元。
///""",
    right="""/// send
{{ customer_name }}{{ salutation }}，您本期应还{{ amount_due }}元。
///""",
)

_WHOSE_ZH = (
    "客户|债务人|借款人|持卡人|欠款人|被催收人|用户|您的?|对方|本人|联系人|坐席|催收员|专员|经办人?|机构|银行|公司"
)
_FIELD_ZH = (
    "姓名|名字|姓氏?|名称|全称|简称|称呼|称谓|先生|女士|金额|数额|余额|欠款|本金|利息|费用|违约金|减免额|年份?|月份?|日期?|年月日|"
    "时间|时段|几号|天数|期数|电话|手机号?|手机号码|号码|卡号|尾号|后四位|末四位|账号|账户|合同号|订单号|编号|工号|身份证号?|"
    "证件号|地址|住址|邮箱|机构|公司|银行|单位|部门|产品|渠道|链接|网址|客户|用户|签名|落款|变量|内容|原因"
)
_ZH = rf"(?:请?填[写入]?|此处填?|插入|输入)?(?:{_WHOSE_ZH})?(?:应还|逾期|还款|到期|承诺|分期)?(?:{_FIELD_ZH})"
_WHOSE_EN = (
    "your|customer|client|debtor|borrower|cardholder|user|agent|collector|institution|company|bank|account|card|contract|"
    "contact|case|payment|due|total|phone|reference|loan|first|last|full|staff|callback|promise|promised"
)
_FIELD_EN = (
    "name|surname|salutation|title|amount|balance|sum|date|day|time|number|no|id|phone|telephone|tel|address|email|link|url|"
    "institution|company|bank|customer|client|agent|product|reference|signature|digits|days|x+"
)
_EN = rf"(?:insert |enter |fill in )?(?:the )?(?:(?:{_WHOSE_EN})['’]?s?[ _-]?){{0,3}}(?:{_FIELD_EN})(?: due| owed)?"
_FIELD = rf"(?:{_ZH}|(?i:{_EN}))"

_BLANK = re.compile(
    r"(?=[【\[［〔<＜〈{#$%@xXＸｘ×_＿（某])(?:"
    rf"【\s*{_FIELD}\s*】"
    rf"|[\[［〔]\s*{_FIELD}\s*[\]］〕]"
    rf"|[<＜〈]\s*{_FIELD}\s*[>＞〉]"
    rf"|(?<!\{{)\{{\s*(?:\d{{1,2}}|{_FIELD})\s*\}}(?!\}})"
    rf"|#(?:[A-Za-z]\w{{0,40}}|{_FIELD})#"
    r"|\$\{[^{}\n]{1,60}\}"
    r"|\{%[^{}\n]{1,80}%\}"
    rf"|\$(?:[a-z][a-z0-9]{{0,40}}_[a-z0-9_]+|{_FIELD})"
    rf"|@(?:[A-Za-z]\w{{0,40}}|{_FIELD})@"
    r"|某{2,}(?=银行|公司|机构|平台|消费金融|贷款|先生|女士|小姐|经理|元|[月日号])"
    r"|(?<![\d%])%(?:\([A-Za-z_]\w*\)|\d+\$)?[sd](?![A-Za-z])"
    r"|(?<![\d%])%[A-Za-z_]{2,40}%"
    r"|(?<![A-Za-z])[xXＸｘ×]{2,}(?![A-Za-z])"
    r"|(?<![A-Za-z0-9])[xXＸｘ](?=先生|女士|小姐|总|经理|元|万|月|日|年|号|天|期)"
    r"|(?<![A-Za-z0-9])[_＿]{2,}(?![A-Za-z0-9])"
    r"|（[ \u3000_＿]+）)"
)
_RULED_LINE = re.compile(rb"^[ ]*_(?:[ ]*_){2,}[ ]*$", re.MULTILINE)
_ROMAN = re.compile(r"(?:Chapter|Article|Part|Title|Annex|Schedule|Section|Book) $")
_PLACEHOLDER_OR_URL = re.compile(r"\{\{[^{}\n]*\}\}|https?://[!-~]+")


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.SCRIPT):
        for document in entity.documents.values():
            if document.has_body:
                for span, blank in (*_in_body(document), *_in_must_say(document)):
                    word = blank.strip("【】[]［］〔〕<>＜＞〈〉{}#$% \t")
                    yield RULE.at(
                        span,
                        Text(f"“{blank}”不是占位符", f"'{blank}' is no placeholder"),
                        suggestion(word, library.placeholders)
                        or Text(
                            "写{{ name }}，名称见占位符字典",
                            "write {{ name }} with a name of the placeholder dictionary",
                        ),
                    )


def _in_body(document: Document) -> Iterator[tuple[Span, str]]:
    containers = spoken(document.body)
    if not containers:
        return
    reported = document.body.malformed
    for container in containers:
        for match in _RULED_LINE.finditer(document.body.prose, container.start, container.end):
            yield document.source.span(match.start(), match.end()), match[0].decode().strip()
    for paragraph in paragraphs(document.source.data, document.body):
        if _is_within(paragraph.starts[0][1], containers):
            for start, end in _blanks(paragraph.text):
                piece = paragraph.piece(start, end)
                if not any(braces.start < piece.end and piece.start < braces.end for braces in reported):
                    yield document.span(piece), paragraph.text[start:end]


def _in_must_say(document: Document) -> Iterator[tuple[Span, str]]:
    for path, value in document.front.strings_at("must_say"):
        data = value.encode()
        for paragraph in paragraphs(data, body.parse(data)):
            for start, end in _blanks(paragraph.text):
                blank = paragraph.text[start:end]
                earlier = data[: paragraph.piece(start, end).start].decode().count(blank)
                yield place(document.source, document.front.span(path), blank, earlier), blank


def _blanks(text: str) -> Iterator[tuple[int, int]]:
    hidden = _PLACEHOLDER_OR_URL.sub(lambda match: "\0" * len(match[0]), text)
    for match in _BLANK.finditer(hidden):
        if match[0].strip("X") or not _ROMAN.search(hidden, 0, match.start()):
            yield match.span()


def _is_within(offset: int, containers: list[Piece]) -> bool:
    index = bisect_right(containers, offset, key=lambda piece: piece.start) - 1
    return index >= 0 and offset < containers[index].end
