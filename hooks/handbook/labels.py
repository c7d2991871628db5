"""What readers see for the values of the schemas, and the words of the pages around the content, in both languages.

Wording only: a value without a label here is a programming error that `tests/unit/test_labels.py` finds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.model.calling import LimitKind
from handbook.model.case import Ending, Grade, Level, Product
from handbook.model.common import Bucket, Verification
from handbook.model.lesson import TrainingStage
from handbook.model.placeholder import Privacy, ValueType
from handbook.model.regulation import Instrument, Jurisdiction, Status
from handbook.model.script import Audience, Channel, Objection, Stage
from handbook.model.term import TermGroup
from handbook.text import Text

if TYPE_CHECKING:
    from enum import StrEnum

LABELS: dict[type[StrEnum], dict[str, Text]] = {
    Verification: {
        Verification.OFFICIAL: Text("据官方来源", "Read at the official source"),
        Verification.FULL_TEXT: Text("读过全文转录本", "Read in a full-text copy"),
        Verification.MIRROR: Text("读过镜像副本", "Read in a mirror copy"),
        Verification.EXCERPT: Text("读过节选", "Read in excerpt"),
        Verification.MACHINE_TRANSLATION: Text("读过机器翻译件", "Read in machine translation"),
        Verification.SECONDARY: Text("据二手资料", "From secondary sources"),
        Verification.UNVERIFIED: Text("未核实", "Not verified"),
    },
    TermGroup: {
        TermGroup.METRICS: Text("指标", "Metrics"),
        TermGroup.STAGES: Text("逾期阶段", "Delinquency stages"),
        TermGroup.CONTACT: Text("触达", "Contact"),
        TermGroup.NEGOTIATION: Text("协商与纾困", "Negotiation and relief"),
        TermGroup.LEGAL: Text("法律与处置", "Legal and disposition"),
        TermGroup.COMPLIANCE: Text("合规与数据", "Compliance and data"),
        TermGroup.PSYCHOLOGY: Text("心理与沟通", "Psychology and communication"),
        TermGroup.TRAINING: Text("培训", "Training"),
    },
    Stage: {
        Stage.PRE_DUE: Text("到期前提醒", "Before due date"),
        Stage.M1: Text("M1", "M1"),
        Stage.M2_M3: Text("M2–M3", "M2–M3"),
        Stage.M4_PLUS: Text("M4及以上", "M4 and later"),
        Stage.PRE_LEGAL: Text("诉前", "Pre-legal"),
        Stage.AFTER_JUDGMENT: Text("判决后", "After judgment"),
        Stage.THIRD_PARTY: Text("联系第三人", "Third-party contact"),
        Stage.PTP_FOLLOW_UP: Text("承诺跟进", "Promise follow-up"),
        Stage.BROKEN_PROMISE: Text("承诺未兑现", "Broken promise"),
        Stage.PLAN_AGREEMENT: Text("方案签约", "Plan agreement"),
        Stage.SETTLEMENT: Text("减免结清", "Settlement and waiver"),
        Stage.COMPLAINT: Text("投诉", "Complaint"),
        Stage.CEASE_CONTACT: Text("要求停止联系", "Cease-contact request"),
        Stage.VULNERABLE: Text("脆弱客户", "Vulnerable customer"),
        Stage.DECEASED: Text("客户已故", "Deceased customer"),
        Stage.WRONG_NUMBER: Text("打错号码", "Wrong number"),
        Stage.IDENTITY_CHECK: Text("核身", "Identity check"),
        Stage.INBOUND: Text("客户来电", "Inbound call"),
        Stage.VOICEMAIL: Text("留言", "Voicemail"),
    },
    Channel: {
        Channel.PHONE: Text("电话", "Phone"),
        Channel.SMS: Text("短信", "SMS"),
        Channel.IM: Text("企业微信／即时消息", "Instant message"),
        Channel.EMAIL: Text("电子邮件", "E-mail"),
        Channel.LETTER: Text("信函", "Letter"),
    },
    Audience: {
        Audience.DEBTOR: Text("债务人本人", "The debtor"),
        Audience.GUARANTOR: Text("担保人", "Guarantor"),
        Audience.THIRD_PARTY: Text("第三人", "Third party"),
    },
    Objection: {
        Objection.NO_MONEY: Text("没钱", "No money"),
        Objection.DENIES_DEBT: Text("否认欠款", "Denies the debt"),
        Objection.HOSTILE: Text("情绪对抗", "Hostile"),
        Objection.ASKS_WAIVER: Text("要求减免", "Asks for a waiver"),
        Objection.SUE_ME: Text("“你去告我”", "“Sue me”"),
        Objection.RECORDS_CALL: Text("客户在录音", "Records the call"),
        Objection.INTERMEDIARY: Text("律师或中介介入", "Lawyer or intermediary"),
        Objection.THIRD_PARTY_ANSWERS: Text("他人接听", "Third party answers"),
        Objection.ALREADY_PAID: Text("称已还款", "Says it is paid"),
        Objection.FRAUD_CLAIMED: Text("称被盗用", "Claims fraud"),
        Objection.WANTS_PROOF: Text("要求凭证", "Wants proof"),
        Objection.DELAYS: Text("一拖再拖", "Promises and delays"),
        Objection.FAMILY_HARDSHIP: Text("家庭困难", "Family hardship"),
        Objection.ILLNESS: Text("患病", "Illness"),
        Objection.JOB_LOSS: Text("失业", "Job loss"),
    },
    Jurisdiction: {
        Jurisdiction.CN: Text("中国内地", "Mainland China"),
        Jurisdiction.US: Text("美国", "United States"),
        Jurisdiction.UK: Text("英国", "United Kingdom"),
        Jurisdiction.EU: Text("欧盟", "European Union"),
        Jurisdiction.HK: Text("中国香港", "Hong Kong"),
        Jurisdiction.SG: Text("新加坡", "Singapore"),
        Jurisdiction.IN: Text("印度", "India"),
    },
    Instrument: {
        Instrument.LAW: Text("法律", "Law"),
        Instrument.ADMINISTRATIVE_REGULATION: Text("行政法规", "Administrative regulation"),
        Instrument.JUDICIAL_INTERPRETATION: Text("司法解释", "Judicial interpretation"),
        Instrument.DEPARTMENT_RULE: Text("部门规章", "Department rule"),
        Instrument.DIRECTIVE: Text("指令", "Directive"),
        Instrument.NORMATIVE_DOCUMENT: Text("规范性文件", "Normative document"),
        Instrument.GUIDANCE: Text("监管指引", "Regulator's guidance"),
        Instrument.RECOMMENDED_STANDARD: Text("推荐性国家标准", "Recommended national standard"),
        Instrument.SELF_REGULATION: Text("行业自律", "Industry self-regulation"),
    },
    Status: {
        Status.DRAFT: Text("草案，没有约束力", "Draft, binding nobody"),
        Status.IN_FORCE: Text("现行有效", "In force"),
        Status.UPCOMING: Text("尚未生效", "Not yet in force"),
        Status.SUPERSEDED: Text("已被取代", "Superseded"),
        Status.REPEALED: Text("已废止", "Repealed"),
        Status.EXPIRED: Text("已到期", "Expired"),
    },
    Level: {
        Level.BASIC: Text("基础", "Basic"),
        Level.INTERMEDIATE: Text("进阶", "Intermediate"),
        Level.ADVANCED: Text("高阶", "Advanced"),
    },
    Product: {
        Product.CREDIT_CARD: Text("信用卡", "Credit card"),
        Product.CONSUMER_FINANCE: Text("消费金融", "Consumer finance"),
        Product.ONLINE_LOAN: Text("网络小额贷款", "Small online loan"),
        Product.CAR_LOAN: Text("汽车贷款", "Car loan"),
        Product.TELECOM: Text("通信费", "Telecom bill"),
        Product.PROPERTY_FEE: Text("物业费", "Property-management fee"),
        Product.INSTALMENT_PURCHASE: Text("消费分期", "Instalment purchase"),
        Product.BUSINESS_LOAN: Text("个体经营贷款", "Small business loan"),
        Product.MORTGAGE: Text("住房贷款", "Mortgage"),
        Product.PRIVATE_LENDING: Text("民间借贷", "Private lending"),
    },
    Grade: {
        Grade.BEST: Text("最好的一句", "Best"),
        Grade.WORKABLE: Text("可行，有代价", "Workable, at a price"),
        Grade.MISTAKE: Text("不妥", "A mistake"),
    },
    Ending: {
        Ending.GOOD: Text("好的结局", "A good ending"),
        Ending.MIXED: Text("勉强的结局", "A mixed ending"),
        Ending.BAD: Text("坏的结局", "A bad ending"),
    },
    TrainingStage: {
        TrainingStage.FOUNDATION: Text("基础阶段", "Foundation"),
        TrainingStage.ADVANCED: Text("进阶阶段", "Advanced"),
        TrainingStage.PRACTICE: Text("实战阶段", "Live practice"),
    },
    Privacy: {
        Privacy.PUBLIC: Text("公开", "Public"),
        Privacy.PERSONAL: Text("个人信息", "Personal"),
        Privacy.SENSITIVE: Text("敏感，遮蔽显示", "Sensitive, shown masked"),
    },
    ValueType: {
        ValueType.TEXT: Text("文字", "Text"),
        ValueType.NAME: Text("姓名或称呼", "Name"),
        ValueType.DATE: Text("日期", "Date"),
        ValueType.TIME: Text("时间", "Time"),
        ValueType.MONEY: Text("金额（元）", "Amount (yuan)"),
        ValueType.PHONE: Text("电话", "Phone number"),
        ValueType.PERCENT: Text("百分比", "Percent"),
        ValueType.COUNT: Text("数目", "Number"),
        ValueType.CHOICE: Text("选项", "Choice"),
    },
    Bucket: {bucket: Text(bucket.value, bucket.value) for bucket in Bucket},
}
"""By type and then by value: two types may share a value (`third-party` is a stage and an audience)."""

LIMITS: dict[LimitKind, Text] = {
    LimitKind.QUIET_HOURS: Text("不联系的时段", "Quiet hours"),
    LimitKind.PERMITTED_HOURS: Text("可以联系的时段", "Permitted hours"),
    LimitKind.CALLS_A_DAY: Text("每日接通次数上限", "Answered calls a day, at most"),
    LimitKind.ATTEMPTS_A_DAY: Text("每日未接通次数上限", "Unanswered calls a day, at most"),
    LimitKind.CALLS_IN_DAYS: Text("若干日内的拨打次数上限", "Calls within some days, at most"),
    LimitKind.DAYS_AFTER_CONVERSATION: Text("谈过之后须隔", "Days after a conversation"),
}

WORDS: dict[str, Text] = {
    "about_entry": Text("要点", "At a glance"),
    "all": Text("全部", "All"),
    "also_called": Text("又称", "Also called"),
    "abbreviations": Text("缩写", "Abbreviations"),
    "answers": Text("本页回答", "This page answers"),
    "article": Text("条款", "Provision"),
    "asks": Text("常见问法", "Questions it answers"),
    "audience": Text("听众", "Audience"),
    "binds": Text("约束谁", "Who is bound"),
    "booklets": Text("按阶段打印成册（A4）", "Booklets to print, by stage (A4)"),
    "buckets": Text("逾期阶段", "Bucket"),
    "channel": Text("渠道", "Channel"),
    "checked": Text("核对于", "Checked on"),
    "checked_against": Text("核对依据", "Checked against"),
    "cited_by": Text("引用本页", "Cited by"),
    "cited_here": Text("引用", "Cited by"),
    "choose": Text("选好以后再看", "Choose first, then look"),
    "confused_with": Text("容易混淆", "Often confused with"),
    "deprecated": Text("不再使用", "Do not use"),
    "document_number": Text("文号", "Document number"),
    "edit": Text("编辑本页", "Edit this page"),
    "effective": Text("生效", "In force since"),
    "adopted": Text("通过", "Adopted"),
    "promulgated": Text("公布", "Promulgated"),
    "facts": Text("数值", "Numbers"),
    "findings": Text("检查发现（只在预览时显示）", "What the check found (shown in the preview only)"),
    "fictional": Text("虚构案例，仅供教学", "Fictional case, for teaching"),
    "file": Text("文件", "File"),
    "filter": Text("筛选", "Filter"),
    "filter_text": Text("输入文字筛选", "Type to filter"),
    "filter_reset": Text("清除筛选", "Clear filters"),
    "group": Text("类别", "Group"),
    "house_norm": Text("机构规范（非法律）", "house norm, not law"),
    "instrument": Text("文件类型", "Kind of instrument"),
    "issuer": Text("发布机关", "Issuer"),
    "jurisdiction": Text("法域", "Jurisdiction"),
    "labels": Text("名称", "Labels"),
    "legal_basis": Text("依据", "Legal basis"),
    "level": Text("难度", "Level"),
    "materials": Text("材料", "Materials"),
    "minutes": Text("分钟", "minutes"),
    "more": Text("更多信息", "More"),
    "must_say": Text("必须说到", "Must be said"),
    "not_seen": Text("未见", "Not seen"),
    "none_matches": Text("没有符合条件的条目。", "Nothing matches these filters."),
    "number_of_entries": Text("条", "entries"),
    "objections": Text("客户异议", "Objection"),
    "objectives": Text("学习目标", "Objectives"),
    "official_source": Text("官方来源", "Official source"),
    "on_this_page": Text("本页内容", "On this page"),
    "other_language": Text("英文", "Chinese"),
    "our_words": Text(
        "以下是我们的转述，不是法条原文。",
        "What follows is in our own words, not the text of the instrument.",
    ),
    "permalink": Text("永久链接", "Permanent link"),
    "placeholders": Text("填写项", "Placeholders"),
    "prerequisites": Text("先修", "Prerequisites"),
    "print_card": Text("打印卡片（A6）", "Card to print (A6)"),
    "privacy": Text("隐私级别", "Privacy"),
    "product": Text("产品", "Product"),
    "profile": Text("客户画像", "Debtor"),
    "related": Text("相关", "Related"),
    "required": Text("必填", "required"),
    "review": Text("复核", "Review"),
    "review_by": Text("下次复核", "Next review due"),
    "scripts": Text("可用话术", "Scripts"),
    "size": Text("大小", "Size"),
    "slang": Text("现场叫法", "Floor slang"),
    "source": Text("定义来源", "Source"),
    "source_file": Text("源文件", "Source file"),
    "source_not_opened": Text("未打开核对", "not opened"),
    "stage": Text("阶段", "Stage"),
    "status": Text("状态", "Status"),
    "timetable": Text("时间安排", "Timetable"),
    "total": Text("合计", "Total"),
    "unreviewed": Text("尚无人工复核记录", "No review by a person recorded"),
    "untranslated": Text(
        "本页尚无译文，以下为另一语言的内容。",
        "This page has not been translated into English yet. What follows is the Chinese text.",
    ),
    "variables": Text("案件变量", "Variables"),
    "verification": Text("核实程度", "Verification"),
    "why": Text("为什么", "Why it matters"),
    "wrong": Text("错误示例", "Wrong"),
    "right": Text("正确示例", "Right"),
}


def label(value: StrEnum, language: str) -> str:
    """What a reader sees for a value of a schema."""
    return LABELS[type(value)][value][language]
