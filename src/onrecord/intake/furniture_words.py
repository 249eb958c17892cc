"""The vocabulary of page furniture: the words of buttons, menus, notices and credits.

Single words, never whole strings: a line is judged by how much of it is made of such words and how
they are put together (``furniture_features``). Most of them occur in articles as well, which is why
none decides alone.
"""

from __future__ import annotations

from onrecord.intake.wordlist import wordlist

# What a page asks its reader to do. A line of an article seldom opens with a bare imperative.
ASKING = wordlist(
    """
    accept add advertise allow ask become bookmark browse buy cancel choose click close comment
    connect contact continue copy create disable dismiss donate download email enable enjoy
    enter exit expand explore find follow get give go have hear help hide install join keep
    learn leave like listen load log login manage meet notify open opens order play pin please
    post press print read reader register remember rate reply report republish resend return
    save scroll search see select send share show sign skip start submit subscribe suggest
    support swipe switch tap tell thank thanks toggle try turn tweet unlock unmute unsubscribe
    update upgrade view visit vote watch write
    """
)

# Words that pages use of themselves and articles on politics hardly do.
PAGE = wordlist(
    """
    accessibility ad adblock adblocker ads advert advertisement advertisements advertiser
    advertising android app apps archives autoplay blocker blog breadcrumb browser caption
    careers cookie cookies desktop disclaimer donate favourites favorites faq feedback flipboard
    footer fullscreen gallery galleries homepage inbox ios javascript login logo menu min mins
    minute navbar navigation newsletter newsletters newsroom online opt paywall permalink
    placeholder podcast podcasts popup preferences preview print printable reprinted republish
    rss sidebar sitemap slideshow sponsored subscribe subscriber subscribers subscription
    subscriptions tag tagged tags tap thumbnail topics trending unmute unsubscribe url username
    webpage website widget
    """
)

# Words of pages that articles use as well.
SHARED = wordlist(
    """
    about access account admin album all also alerts article articles audio author authors back
    by button captions category categories channel comment comments commenting content
    contributor contributors copyright courtesy coverage credit credits daily desk discussion
    edition editor editorial email emails episode external featured feed file filed footage form
    full headline headlines here home image images in interested issue join journalism keywords
    latest legal licence license link links list live load main member members membership
    message mobile more most navigation news next notice now number opinion opinions original
    originally page pages partner partners password permission photo photograph photographs
    photos picture pictures piece player policy popular post posted posts previous privacy
    profile promoted published reader readers reading recommended register related reply report
    required reserved rights screen search section sections see service settings share site
    source sport sports standards stories story team terms text tip title today top topic trial
    trust trusted typo updates version via video videos view views weather web world
    """
)

# Where pages ask to be shared or followed.
PLATFORMS = wordlist(
    """
    apple bluesky facebook flipboard google gmail instagram itunes linkedin mastodon messenger
    patreon pinterest pocket reddit signal snapchat spotify substack telegram threads tiktok
    tumblr twitter whatsapp youtube
    """
)

# Words with which a page speaks to its reader, or points at itself.
ADDRESSING = wordlist(
    """
    below free here me my our ours us we you you've your yours
    """
)

# Words that carry nothing by themselves: they count neither for nor against.
FUNCTION = wordlist(
    """
    a an and any as at be by can do don't for from has how if in into is it its it's least less
    like may miss no not of off on only one or other out over please so straight than that the
    their then there these they this those through to too up was wherever what when where which
    while who why will with first every never new last best day week weekly morning
    """
)

# A finite verb in the past, an auxiliary or a modal: what a sentence of an article has.
FINITE = wordlist(
    """
    accused admitted agreed announced are asked became began believe believes broke brought
    called came can't claimed condemned confirmed could couldn't cut denied did didn't died does
    doesn't fell fired flew found gave got grew had hadn't held hit kept killed knew launched
    led left lost made may meant met might must paid put ran rose said sat says saw seized sent
    shot should shouldn't spoke spread stood stopped struck surged took told took vowed warned
    was wasn't went were weren't will won won't would wouldn't wrote
    """
)

# Verbs that report speech: a line with one of these and a quotation mark is an article's.
REPORTING = wordlist(
    """
    accused added admitted announced asked claimed condemned confirmed denied insisted promised
    quoted replied reported said says shouted stated suggested tells told urged urges vowed
    warned warns wrote
    """
)

# Participles in -ed that stand in notices and labels rather than in clauses.
LABELS = wordlist(
    """
    copyrighted embed featured feed filed interested posted promoted published recommended
    related reprinted reproduced required reserved sponsored syndicated tagged trusted
    """
)
