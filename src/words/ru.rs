//! Russian.

use super::numbers::{decimals, grouped, initial_lower as lower, initial_upper as upper};
#[cfg(not(target_arch = "wasm32"))]
use super::published::{Published, PublishedTexts, Size, rounded};
use super::texts::{ListTexts, SaveTexts, Texts, TimelineTexts};
use super::{Sentences, facet_value};
use crate::domain::band::Band;
use crate::domain::budget::{Covers, Precision};
use crate::domain::catalogue::Sum;
use crate::domain::catalogue::names::Names;
use crate::domain::column::Column;
#[cfg(not(target_arch = "wasm32"))]
use crate::domain::country::{Country, SectionKind};
use crate::domain::date::{PartialDate, Stated};
use crate::domain::facet::Facet;
use crate::domain::money::{Currency, Money};
#[cfg(not(target_arch = "wasm32"))]
use crate::domain::organisation;
use crate::domain::party::Role;
use crate::domain::period::{End, Period};
use crate::domain::project::Kind;
#[cfg(not(target_arch = "wasm32"))]
use crate::domain::project::TypesBy;
use crate::domain::query::{Active, BudgetRange, Page, ProjectQuery, View};
use crate::domain::slug::Slug;
use crate::domain::sort::Sort;
use crate::domain::status::Status;
use crate::domain::timeline::{Group, TimelineQuery};
use time::{Date, Month};

/// Russian. Names come from the data in the nominative only, so that no sentence here bends one: what would take another
/// case is said with a colon or a dash.
pub struct Russian;

static TEXTS: Texts = Texts {
    // The frame
    skip_link: "Перейти к содержанию",
    menu_label: "Главное меню",
    languages_label: "Язык",
    theme_label: "Оформление",
    theme_names: ["Как на устройстве", "Светлое", "Тёмное"],
    titles_note: "Названия и тексты проектов, событий и документов остаются на языке данных, если русского перевода нет.",
    breadcrumbs_label: "Вы здесь",
    tagline: "Кто поддерживает верховенство права в Центральной Азии",
    resources: "Материалы",
    start_failed: "Поиск и фильтры не запустились: данные или программа загружены не полностью либо этот браузер не \
     поддерживает WebAssembly. Страница ниже опубликована целиком: её можно читать дальше или загрузить ещё раз.",
    page_slow: "Страница загружается дольше обычного. Подождите ещё немного или загрузите её ещё раз.",
    page_failed: "Страницу не удалось получить: сервер не ответил или его ответ пришёл не полностью.",
    words_failed: "Тексты проектов загружены не полностью, поэтому искать по ним нельзя. Всё остальное работает.",
    crashed: "На этой странице произошла ошибка, и она больше не отвечает. Загрузите её ещё раз: ничего не потеряно.",
    data_licence: "Лицензия на данные:",

    // The names of pages
    page_home: "Главная",
    page_partners: "Страны-партнёры",
    page_projects: "База данных проектов",
    page_organisations: "Организации",
    page_timeline: "Хронология",
    page_documents: "Документы",
    page_accessibility: "Заявление о доступности",
    page_about: "Об атласе",
    page_not_found: "Страница не найдена",
    menu_projects: "Проекты",

    // Home
    home_search: "Поиск по проектам",
    counted_once: "Проект в нескольких странах или нескольких видов учтён по одному разу в каждой стране и в каждом виде, поэтому сумма этих чисел больше общего числа проектов.",

    // Partners
    facts: "Основные сведения",
    agreements: "Соглашения и другие шаги",
    events: "События",
    projects: "Проекты",
    status_said_once: "на момент составления источника",
    status_source_says: "Источник на момент составления:",

    // Project
    back_to_list: "Назад к списку",
    country: "Страна",
    period: "Период",
    budget: "Бюджет",
    status: "Статус",
    entry: "Запись",
    not_stated: "Не указано",
    objective: "Цель",
    target_groups: "Целевые группы",
    results: "Результаты",
    note: "Об этой записи",
    part_of: "Часть проекта",
    follows: "Продолжает проект",
    documents: "Документы",
    source: "Источник",
    topics: "Темы",
    sources: "Источники",
    title: "Название",
    donors: "Доноры",

    // Organisations
    parts: "В составе",

    // Entries of the timeline
    undated: "Дата неизвестна",

    // Event
    date: "Дата",
    place: "Место",
    in_time: "В хронологическом порядке",
    on_the_timeline: "В хронологии",

    // Documents

    // Not found

    // Filters in words
    in_words: "Другие (см. запись)",
    in_words_only: "Только словами",
    differs: "Расходится с датами",
    part_words: "Слова",
    part_period: "Период",
    part_budget: "Бюджет",
    part_only_picked: "только отмеченные",
    part_unknown: "Не распознано",

    // Groups
    list: ListTexts {
        // A constant here is its own documentation.
        projects_lead: "Проекты и программы, которые поддерживают верховенство права в странах-партнёрах; источники указаны в \
     каждой записи. Фильтры разных видов действуют вместе.",
        filters: "Фильтры",
        show_filters: "Показать или скрыть фильтры",
        search_label: "Слова из названий и текстов, имена, учреждения",
        search_button: "Найти",
        clear_all: "Удалить все фильтры",
        sort_label: "Порядок",
        to_results: "Перейти к результатам",
        filters_in_use: "Включённые фильтры",
        no_results: "Проектов, которые отвечают всем этим условиям, нет.",
        no_words: "Тексты проектов не загрузились; искать по ним нельзя.",
        loading_words: "Тексты проектов ещё загружаются…",

        // Facets
        match_any: "хотя бы одно из выбранного",
        match_all: "всё выбранное",
        show_fewer: "Показать меньше",
        no_value: "Подходящих значений нет.",

        // Period, budget, day
        period: "Период действия",
        from: "С",
        to: "По",
        date_hint: "Год, месяц или день: 2016, 2016-07 или 2016-07-25; можно и 07.2016 или 25.07.2016",
        certainly: "Только заведомо действующие в это время",
        apply: "Применить",
        bad_date: "Введите дату в виде 2016, 2016-07 или 2016-07-25.",
        bad_day: "Введите полную дату, например 2016-07-25.",
        bad_sum: "Введите целое число, например 1000000 или 1 000 000.",
        bad_period: "Период заканчивается раньше, чем начинается.",
        bad_range: "Наибольшая сумма меньше наименьшей.",
        budget_range: "Бюджет",
        currency: "Валюта",
        any_currency: "Любая",
        at_least: "Не менее",
        at_most: "Не более",
        budget_hint: "Только суммы, указанные в этой валюте. Суммы не пересчитываются.",
        as_of: "На дату",
        as_of_label: "Статусы и числа на эту дату",
        as_of_hint: "Полная дата, например 2016-07-25. Если поле пустое – дата данных.",
        bad_currency: "Выберите валюту этих сумм.",

        // The list
        view_label: "Показать как",
        columns: "Столбцы",
        table_caption: "Проекты",
        pages: "Страницы",
        previous_page: "Предыдущая страница",
        next_page: "Следующая страница",
        whole_list: "Всё на одной странице",
        by_pages: "По страницам",

        // Words
        did_you_mean: "Возможно, вы имели в виду",

        // Ticked projects
        pick: "Отметить",
        found_elsewhere: "Найдено в тексте, среди людей или организаций проекта.",
        pick_hint: "Отметьте проекты, чтобы сравнить их, сохранить или напечатать только их.",
        picks: "Отмеченные проекты",
        show_picks: "Показать только их",
        show_list: "Назад ко всему списку",
        compare_picks: "Сравнить",
        drop_picks: "Снять все отметки",
        print: "Печать",

        // Back and forth
        in_the_list: "В списке",
        previous_project: "Предыдущий проект",
        next_project: "Следующий проект",
    },
    save: SaveTexts {
        // The menu
        save: "Сохранить этот список",
        save_hint: "То, что показано, в том же порядке: все страницы или, если показаны только отмеченные проекты, только они.",
        saving: "Файл создаётся…",
        save_failed: "Создать файл не удалось.",
        again: "Повторить",

        // The headings of the columns
        id: "Идентификатор",
        title: "Название",
        kind: "Вид записи",
        countries: "Страны",
        country_codes: "Коды стран",
        country_ids: "Идентификаторы стран",
        types: "Виды",
        type_ids: "Идентификаторы видов",
        start: "Начало, как указано",
        end: "Окончание, как указано",
        first_day: "Первый возможный день",
        last_day: "Последний возможный день",
        period: "Период, дословно",
        status: "Статус на дату",
        status_id: "Идентификатор статуса",
        stated: "Статус по источнику",
        stated_id: "Идентификатор статуса по источнику",
        stated_words: "Статус по источнику, дословно",
        donors: "Доноры",
        donor_ids: "Идентификаторы доноров",
        donors_words: "Доноры, дословно",
        implementers: "Исполнители",
        implementer_ids: "Идентификаторы исполнителей",
        implementers_words: "Исполнители, дословно",
        beneficiaries: "Бенефициары",
        beneficiary_ids: "Идентификаторы бенефициаров",
        beneficiaries_words: "Бенефициары, дословно",
        amount: "Бюджет",
        currency: "Валюта",
        precision: "Точность бюджета",
        covers: "Что покрывает бюджет",
        indicative: "Бюджет ориентировочный",
        budget_words: "Бюджет, дословно",
        checked: "Последняя проверка",
        objective: "Цель",
        target_groups: "Целевые группы",
        results: "Результаты",
        note: "Примечание",
        sources: "Адреса источников",
        permalink: "Страница в атласе",
        version: "Версия данных",
        data_as_of: "Дата данных",
        data_source: "Источник данных",
        as_of: "На дату",
        name: "Название",
        projects: "Проекты",
        yes: "да",
        no: "нет",

        // What a reader has to know
        atlas: "Атлас",
        question: "Выборка",
        count: "Число проектов",
        order: "Порядок",
        address: "Адрес списка",
        licence: "Лицензия на данные",
        licence_url: "Адрес лицензии",
        publisher: "Издатель",
        read_projects: [
            (
                "Пустые ячейки",
                "Пустая ячейка значит, что в прочитанных источниках этого нет. Она никогда не значит «ноль», «ничего» или «нет».",
            ),
            (
                "Даты",
                "Начало и окончание настолько точны, насколько точен источник: 2014, 2014-07 или 2014-07-25; ~ значит «около»; две точки (..) \
         вместо окончания значат, что проект намеренно бессрочный. Первый и последний возможный день – это крайние дни, которые могут \
         подразумеваться под указанными началом и окончанием.",
            ),
            (
                "Статус",
                "Статус следует из дат проекта на указанную здесь дату. Статус по источнику был верен, когда источник был составлен.",
            ),
            (
                "Организации",
                "Доноры, исполнители и бенефициары названы по организации верхнего уровня: ведомство учтено как его государство. У тех, кого \
         источник называет только словами и для кого нет отдельной записи, идентификатор in-words; сами слова стоят рядом.",
            ),
            (
                "Бюджеты",
                "Суммы не пересчитываются. Нельзя складывать бюджеты в разных валютах, а также бюджеты, которые относятся к группе проектов, к \
         каждому гранту или к более крупной программе.",
            ),
        ],
        read_bodies: [
            (
                "Суммы",
                "Каждая сумма складывается из указанных бюджетов целых проектов, в которых названа организация, а не из её собственной доли. \
         Проект с несколькими такими организациями учтён полностью у каждой, поэтому строки складывать нельзя.",
            ),
            (
                "Валюты",
                "Суммы не пересчитываются, разные валюты не складываются. Пустая сумма значит, что бюджет в этой валюте не указан. Бюджеты \
         группы проектов, каждого гранта или более крупной программы не включены.",
            ),
            (
                "Организации",
                "Организация верхнего уровня представляет и свои части: ведомство учтено как его государство.",
            ),
            (
                "Особые строки",
                "Идентификатор not-stated – это проекты, для которых ни один источник не называет такой организации; in-words – те, кого \
         источник называет только словами и для кого нет отдельной записи.",
            ),
        ],
    },
    timeline: TimelineTexts {
        // A constant here is its own documentation.
        lead: "Проекты, события, стратегии и соглашения в хронологическом порядке. Проект стоит в том году, когда он начался; если указано \
     только окончание – в году окончания.",
        jump_to_year: "Перейти к году в списке",
        no_entries: "Записей, которые отвечают всем этим условиям, нет. Удалите один из фильтров, чтобы увидеть больше.",
        kind: "Вид записи",
        project: "Проект",
        agreement: "Соглашение",
        filters_note: "Страна, слова и время относятся ко всем записям, остальные фильтры – только к проектам; событие показано вместе с \
     проектами, к которым оно относится.",
        see_list: "Показать эти проекты списком",

        // The question
        in_time: "На оси времени",

        // The drawing
        drawing: "Диаграмма",
        tools: "Что показывает диаграмма",
        group_by: "Группировка",
        zoom_in: "Крупнее",
        zoom_out: "Мельче",
        earlier: "Раньше",
        later: "Позже",
        fit_all: "Весь период",
        fit_selection: "Выбранная запись",
        year: "Год",
        all_years: "Все годы",
        show_in_list: "Показать в списке",
        as_lists: "Словами – на этой странице (из проектов – первые, со ссылкой на все):",
        earliest_first: "Те же записи, начиная с самых ранних:",
        hint: "Клавиши со стрелками ведут от записи к записи и от группы к группе, Home и End – к первой и последней, + и − \
     меняют масштаб, Enter открывает запись, Esc закрывает карточку. Мышью: потяните, чтобы сдвинуть; вращайте колесо, удерживая \
     Ctrl, чтобы изменить масштаб.",
        drawing_needs_script: "Для диаграммы нужен JavaScript. Всё, что на ней показано, есть в списке ниже.",
        drawing_refused: "Этот браузер не даёт страницам рисовать. Всё, что показано на диаграмме, есть в списке.",
        save: "Сохранить",
        save_svg: "Диаграмма в формате SVG",
        save_png: "Диаграмма в формате PNG",
        save_csv: "Записи в формате CSV",
        uid: "Постоянный идентификатор",
        when: "Когда, словами",
        save_ics: "Записи для календаря (iCalendar)",
        only_start: "Начало (окончание не указано)",
        only_start_open: "Начало (без срока окончания)",
        only_end: "Окончание (начало не указано)",
        only_half: "Отмечена только указанная дата: показать в календаре, что срок окончания не установлен или дата не указана, невозможно.",
        legend: [
            ("bar", "Проект"),
            ("point", "Событие"),
            ("bracket", "Стратегия или соглашение"),
            ("soft", "Дата известна только с точностью до месяца или года"),
            ("fade", "Окончание или начало не указано"),
            ("open", "Без срока окончания"),
        ],
    },
};

#[cfg(not(target_arch = "wasm32"))]
static PUBLISHED: PublishedTexts = PublishedTexts {
    describe_partners: "Страны-партнёры: их проекты, события и отношения с ЕС.",
    describe_organisations: "Доноры, исполнители и учреждения и проекты, в которых они участвуют.",
    describe_timeline: "Проекты и события сотрудничества в области верховенства права в Центральной Азии в хронологическом порядке.",
    describe_documents: "Отчёты, исследования, соглашения и рекомендации о верховенстве права в Центральной Азии.",
    describe_accessibility: "Насколько доступен этот сайт, что и как проверено, что недоступно и кому об этом сообщить.",
    describe_about: "Что такое этот атлас, откуда его данные, на каких условиях их можно использовать и как их исправить.",
    describe_not_found: "По этому адресу страницы нет.",
    about_what: "Что это такое",
    about_data: "Данные",
    about_sources: "Источники",
    about_licence: "Лицензия",
    about_correct: "Как исправить ошибку",
    about_reading: "Как читать атлас",
    about_privacy: "Конфиденциальность",
    about_what_text: "С 2011 года у Платформы Европейского союза по верховенству права для Центральной Азии был сайт: \
     страница о каждой стране-партнёре, база данных проектов, новости о семинарах и конференциях. Сайта больше нет, а потребность в нём \
     осталась. Этот атлас создаёт базу данных заново, чтобы доноры не повторяли работу друг друга, сами того не зная, чтобы учреждения не \
     спрашивали трижды об одном и том же и чтобы каждый мог видеть, кто чем занимается. Это не сайт Европейского союза, и он не \
     выступает от его имени.",
    about_reading_text: [
        "То, чего нет ни в одном источнике, показано как «не указано». Ни ноль, ни догадка на этом месте не ставятся.",
        "Даты настолько точны, насколько точен источник: если указан год, показан только год. «Без срока окончания» значит, что проект \
     намеренно бессрочный; «окончание не указано» – что ни один источник не говорит, когда он заканчивается.",
        "Статус следует из дат проекта на дату данных. Рядом показано, что о статусе сказано в самом источнике: это было верно в тот день, \
     когда источник был составлен.",
        "Суммы никогда не пересчитываются в другую валюту, а суммы в разных валютах не складываются. Рядом с каждой суммой стоят слова источника.",
        "Проект в нескольких странах – это один проект: в общем числе он учтён один раз, и по одному разу – в каждой из своих стран.",
    ],
    about_privacy_text: "Этот сайт не использует файлы cookie, не ведёт учёта посетителей и не обращается к другим сайтам. Браузер запоминает что-либо только по вашему действию: светлое или тёмное оформление, если вы его выбрали, – до отмены выбора; место на странице – на время смены её языка.",
    about_publisher: "Издатель",
    about_as_of: "Дата данных",
    about_version: "Версия данных",
    about_download: "Файлы данных",
    about_correct_text: "На странице каждого проекта указаны его источники и идентификатор. Сообщите издателю идентификатор, в чём \
     ошибка и какой источник подтверждает правильные сведения.",
    about_no_contact: "Издатель этой копии не указал адреса для исправлений. Данные – это набор файлов, понятных без специальных \
     программ; каждый может исправить их в собственной копии.",
    about_sources_lead: "Издатели и сайты, на материалах которых основаны записи о проектах, по числу проектов:",
    licence_code: "Программа – свободное программное обеспечение на условиях лицензии MIT.",
    statement_what: [
        "Это заявление относится ко всем страницам сайта. Оно составлено по форме, которую Исполнительное решение (ЕС) 2018/1523 \
         даёт для заявлений по Директиве (ЕС) 2016/2102 о доступности сайтов органов государственного сектора. Издатель этой \
         копии назван на странице «Об атласе»; распространяется ли на него директива, сообщает сам издатель.",
        "Сайт сделан для всех: им можно пользоваться без мыши, с одной клавиатурой, с программой экранного доступа, при увеличении до \
         400 %, с системными контрастными цветами, без скриптов и на бумаге.",
    ],
    statement_status: "Степень соответствия",
    statement_status_text: "Сайт частично соответствует Руководству по обеспечению доступности веб-контента (WCAG) 2.2 уровня AA и тем самым \
         стандарту EN 301 549 – с исключениями, перечисленными ниже.",
    statement_gaps: "Что недоступно",
    statement_gaps_lead: "Известные недостатки, их причины и замена:",
    statement_gaps_list: &[
        "Названия и тексты проектов, событий и документов остаются на языке данных, чаще всего английском, и на страницах на \
         других языках. Язык таких текстов размечен, поэтому программа экранного доступа читает их правильно. Перевода нет.",
        "Слова источников приводятся как есть. Если в данных не указан язык источника, они размечены как слова на неизвестном \
         языке.",
        "Рисунок хронологии – одно изображение (элемент canvas). До каждой его записи можно дойти с клавиатуры, и она произносится; всё содержание \
         рисунка стоит на той же странице списком.",
        "Документы, на которые ведут ссылки, хранятся у других. Их доступность не проверялась.",
    ],
    statement_tested: "Что и как проверено",
    statement_tested_list: &[
        "Все виды страниц на всех языках, светлые и тёмные, шириной 320 и 1280 пикселей – в Chromium по правилам axe-core для \
         WCAG 2.0, 2.1 и 2.2, уровни A и AA: нарушений не найдено. Контраст текста – не менее 7 к 1.",
        "Программой в Chromium и Firefox, настоящими нажатиями клавиш: ссылка к содержанию, фокус после каждого шага, его порядок \
         и видимость, отсутствие ловушек, размер целей, разрежённый текст и отсутствие горизонтальной прокрутки при 320 пикселях.",
        "В Chromium: дерево, которое читают вспомогательные программы, – для важнейших страниц.",
    ],
    statement_untested: "Не проверено: работа с программой экранного доступа человека, которому она необходима.",
    statement_feedback: "Обратная связь",
    statement_feedback_text: "Сообщите издателю, чем вы не можете пользоваться или что вам нужно в другом виде:",
    statement_no_contact: "Издатель этой копии не указал адреса.",
    statement_enforcement: "Порядок обжалования",
    statement_enforcement_text: "Орган государственного сектора, издающий копию этого сайта, должен назвать здесь учреждение своей страны, куда можно \
         обратиться, если ответ вас не удовлетворит. В этой копии такое учреждение не названо.",
    holds_meta: "О наборе данных",
    holds_types: "Виды проектов",
    feed_of_all: "проекты и события",
    calendar_of_all: "события",

    // Figures
    figure_map: "Проекты в странах-партнёрах",
    figure_map_note: "Каждая страна ведёт на свою страницу. Проект в нескольких странах учтён в каждой из них.",
    figure_show_table: "Числа в таблице",
    figure_how_it_is_made: "Как собраны данные",
    figure_active: "Проекты, действовавшие в каждом году, по странам",
    figure_active_note: "Проект в нескольких странах показан в каждой из них. Если источник не называет окончания, проект мог действовать в любом году после начала: пустая часть столбца показывает то, что неизвестно, и растёт вместе с ним.",
    figure_certainly: "Заведомо действовали, судя по датам",
    figure_possibly: "Возможно, действовали: начало или окончание не указано",
    figure_year: "Год",
    figure_no_dates: "Без дат",
    figure_active_table: "Каждое число открывает список того, что им посчитано. Из двух чисел первое – проекты, заведомо действовавшие в этом году, второе – вместе с теми, которые, возможно, действовали.",
    figure_to: "–",
    figure_money: "Указанные бюджеты по донорам",
    figure_no_money: "Ни у одного из этих проектов не указан собственный бюджет.",
    figure_donor: "Донор",
    figure_sum: "Сумма",
    figure_sum_over: "По скольким",
    figure_stated: "Проекты с бюджетом в этой валюте",
    figure_money_table: "Каждое число проектов открывает их список.",
    figure_sum_leaves_out: "В суммы не входят бюджеты, которые не относятся к одному проекту: бюджет группы, более широкой программы, каждого гранта.",
    figure_matrix: "Виды проектов по странам",
    figure_matrix_note: "Площадь квадрата – число проектов; каждое число открывает их список. Проект нескольких видов или в нескольких странах учтён по одному разу в каждой своей клетке и по одному разу в каждом итоге: итог может быть меньше суммы того, что стоит перед ним.",
    figure_project_type: "Вид",
    figure_all: "Все",
    figure_all_projects: "Все проекты",

    // Pages
    needs_script: "Для поиска и фильтров нужны JavaScript и WebAssembly. Без них можно читать все страницы и перейти к любому \
     проекту из списка проектов, со страниц стран и организаций и из хронологии.",
    start_slow: "Программа для поиска и фильтров загружается дольше обычного. Страница ниже опубликована целиком: её можно \
     читать, пока идёт загрузка, или загрузить ещё раз.",
    printed_early: "На момент печати запрошенный список ещё не был готов.",
    progress_label: "Загрузка указателя проектов",
    try_again: "Загрузить ещё раз",
    home_countries: "По странам",
    home_questions: "Вопросы для примера",
    home_years: "По годам, когда проекты действовали",
    home_types: "По видам проектов",
    home_donors: "По донорам",
    home_events: "Последние события",
    home_all_types: "Все виды, доноры и статусы",
    home_all_events: "Все события в хронологии",
    see_projects: "Все проекты",
    see_timeline: "Открыть хронологию",
    partners_lead: "Страны-партнёры: основные сведения, отношения с Европейским союзом, проекты и события.",
    on_this_page: "На этой странице",
    coordinator: "Национальный координатор",
    contact: "Контактное лицо",
    stakeholders_lead: "Учреждения",
    envelopes: "Средства, выделенные ЕС",
    envelope_years: "Годы",
    envelope_sum: "Сумма",
    envelope_for: "Получатель",
    envelope_source: "Источник",
    envelope_country: "Эта страна",
    envelope_region: "Все страны-партнёры",
    envelope_conflict: "Источники называют разные суммы за одни и те же годы; показаны все. Суммы из разных строк складывать нельзя.",
    section_unknown: "Неизвестно: ни в одном из прочитанных источников об этом ничего не сказано.",
    stakeholders_unknown: "Какие учреждения участвуют, неизвестно.",
    coordinator_unknown: "Кто координирует работу от страны и к кому обращаться, неизвестно.",
    no_events: "Событий этой страны в данных нет.",
    project_type: "Вид проекта",
    thin: "Об этом проекте известно немногим больше, чем название.",
    differences: "В чём источники расходятся",
    differences_lead: "Сведения выше взяты из первого источника, в котором они указаны. В других источниках сказано:",
    related: "Связанные проекты",
    component: "Включает проект",
    followed_by: "Продолжен проектом",
    from_event: "Материал события:",
    other_titles: "Другие названия",
    partner_countries: "Страны-партнёры",
    budget_parts: "В том числе",
    no_exact_sum: "Точная сумма с валютой не указана",
    correct: "Исправить эту запись",
    organisations_lead: "Все организации, которые названы донорами, исполнителями, бенефициарами или организаторами либо участвуют в \
     Платформе. Рядом – число проектов, в которых названа сама организация или её часть.",
    also_known_as: "Другие написания",
    organisation_kind: "Категория",
    whole: "Входит в состав",
    organised: "События, которые она организовала",
    stakeholder_in: "Участник Платформы, страна",
    kind_not_stated: "Категория не указана",
    event_kind: "Вид события",
    organiser: "Организатор",
    description: "Описание",
    dates_differ: "В источниках разные даты:",
    no_project: "К какому проекту относится событие, в данных не указано.",
    previous_event: "Предыдущее событие",
    next_event: "Следующее событие",
    documents_lead: "Документы, на которые ссылаются источники. Ссылка ведёт на страницу, где документ был найден; копий атлас не хранит.",
    not_found_text: "По этому адресу страницы нет. Возможно, её адрес изменился или в нём опечатка.",
    not_found_links: "Отсюда можно перейти:",
    in_figures: "В цифрах",
};

impl Sentences for Russian {
    fn texts(&self) -> &'static Texts {
        &TEXTS
    }

    // Numbers, sums, dates

    fn number(&self, number: usize) -> String {
        grouped(number as u64, SPACE, GROUPED_FROM)
    }

    fn money(&self, money: Money) -> String {
        format!("{}{SPACE}{}", sum_of(money), sign(money.currency))
    }

    fn percent(&self, hundredths: u64) -> String {
        let number = decimals(hundredths, SPACE, ",", GROUPED_FROM);
        let exact = if number.contains(',') { number.trim_end_matches('0') } else { &number };
        format!("{exact}{SPACE}%")
    }

    fn day(&self, date: Date) -> String {
        format!("{} {} {}", date.day(), month(date.month()).of, date.year())
    }

    fn short_month(&self, date: Date) -> String {
        month(date.month()).is.chars().take(3).collect()
    }

    fn short_day(&self, date: Date) -> String {
        let name: String = month(date.month()).of.chars().take(3).collect();
        format!("{} {name}", date.day())
    }

    fn partial_date(&self, date: PartialDate) -> String {
        if date.approximate {
            return format!("около {}", genitive(date.stated));
        }
        match date.stated {
            Stated::Year(year) => year.to_string(),
            Stated::Month(year, name) => format!("{} {year}", month(name).is),
            Stated::Day(date) => self.day(date),
        }
    }

    fn period(&self, period: &Period) -> String {
        let said = |date| self.partial_date(date);
        match (period.start, period.end) {
            (Some(start), End::On(end)) if start == end => said(start),
            (Some(start), End::On(end)) => match start.day_in_month_of(end) {
                Some(day) => format!("{day}–{}", said(end)),
                None => format!("{} – {}", said(start), said(end)),
            },
            (Some(start), End::Open) => format!("{}, без срока окончания", from(start)),
            (Some(start), End::Unknown) => format!("{}, окончание не указано", from(start)),
            (None, End::On(end)) => format!("{}, начало не указано", to(end)),
            (None, End::Open) => "без срока окончания, начало не указано".into(),
            (None, End::Unknown) => TEXTS.not_stated.into(),
        }
    }

    fn spoken_period(&self, period: &Period) -> String {
        match (period.start, period.end) {
            (Some(start), End::On(end)) if start != end => format!("{} {}", from(start), to(end)),
            _ => self.period(period),
        }
    }

    fn all_of(&self, names: &[String]) -> String {
        joined(names, "и")
    }

    fn any_of(&self, names: &[String]) -> String {
        joined(names, "или")
    }

    fn quoted(&self, words: &str) -> String {
        format!("«{words}»")
    }

    fn projects_count(&self, count: usize) -> String {
        self.count_of(count, PROJECT)
    }

    fn entries_count(&self, count: usize) -> String {
        self.count_of(count, ENTRY)
    }

    fn some_projects(&self, found: usize, of: usize) -> String {
        format!("{} из {}", self.number(found), self.genitive_count(of, PROJECT))
    }

    fn some_entries(&self, found: usize, of: usize) -> String {
        format!("{} из {}", self.number(found), self.genitive_count(of, ENTRY))
    }

    // Every page

    fn data_line(&self, as_of: Date, version: &str) -> String {
        format!("Данные на {}, версия {version}.", full_day(as_of))
    }

    fn unreadable(&self, count: usize) -> String {
        format!("Не удалось прочитать и не показано: {} данных.", self.count_of(count, ENTRY))
    }

    // Countries

    fn as_of(&self, date: PartialDate) -> String {
        format!("по состоянию {}на {}", about(date), accusative(date.stated))
    }

    // What was signed may be of any gender, or no agreement at all.
    // Projects

    fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Forecast => "Планируется",
            Status::Ongoing => "Выполняется",
            Status::EndNotStated => "Начат, окончание не указано",
            Status::Completed => "Завершён",
            Status::Suspended => "Приостановлен",
            Status::Cancelled => "Отменён",
        }
    }

    fn status_as_of(&self, as_of: Date) -> String {
        format!("по датам проекта, на {}", full_day(as_of))
    }

    fn kind(&self, kind: Kind) -> Option<&'static str> {
        match kind {
            Kind::Project => None,
            Kind::Group => Some("Несколько проектов в одной записи"),
            Kind::Call => Some("Конкурс проектных заявок"),
            Kind::Preparation => Some("Подготовка проекта"),
            Kind::Agreement => Some("Соглашение"),
        }
    }

    fn source_mark_label(&self, number: usize) -> String {
        format!("Источник {number}")
    }

    fn source_dates(&self, dated: Option<PartialDate>, seen: Date) -> String {
        let seen = full_day(seen);
        match dated {
            Some(dated) => format!("{}от {}, просмотрен {seen}", about(dated), genitive(dated.stated)),
            None => format!("без даты, просмотрен {seen}"),
        }
    }

    fn as_written(&self, words: &str) -> String {
        format!("В источнике: «{words}»")
    }

    fn not_dates(&self, words: &str) -> String {
        format!("Даты не указаны («{words}»)")
    }

    fn limited(&self, sum: String, precision: Precision) -> String {
        match precision {
            Precision::Exact => sum,
            Precision::About => format!("около {sum}"),
            Precision::AtLeast => format!("более {sum}"),
            Precision::AtMost => format!("до {sum}"),
        }
    }

    fn indicative(&self, sum: String) -> String {
        format!("{sum} (ориентировочно)")
    }

    fn covers(&self, covers: Covers) -> Option<&'static str> {
        match covers {
            Covers::Total => None,
            Covers::DonorShare => Some("доля одного донора"),
            Covers::Loan => Some("кредит"),
            Covers::Group => Some("несколько проектов вместе"),
            Covers::PerGrant => Some("на каждый грант"),
            Covers::Programme => Some("более крупная программа"),
            Covers::Unknown => Some("что покрывает сумма, не указано"),
        }
    }

    // Organisations, events, documents

    // Categories, under which bodies are listed.
    fn entry_kind(&self, kind: &str) -> String {
        match ENTRY_KINDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(kind)) {
            Some((_, name)) => (*name).into(),
            None => upper(kind),
        }
    }

    fn language<'t>(&self, tag: &'t str) -> &'t str {
        match tag {
            "en" => "английский",
            "ru" => "русский",
            "uz" => "узбекский",
            "kk" => "казахский",
            "ky" => "кыргызский",
            "tg" => "таджикский",
            "tk" => "туркменский",
            "de" => "немецкий",
            "fr" => "французский",
            other => other,
        }
    }

    // The list

    fn facet_name(&self, facet: Facet) -> &'static str {
        match facet {
            Facet::Country => "Страна",
            Facet::Status => "Статус",
            Facet::Type => "Вид проекта",
            Facet::Donor => "Донор",
            Facet::Implementer => "Исполнитель",
            Facet::Beneficiary => "Бенефициар",
            Facet::Year => "Год действия",
            Facet::Budget => "Размер бюджета",
            Facet::Stated => "Статус по источнику",
            Facet::Source => "Источник",
            Facet::Language => "Язык источника",
        }
    }

    fn unknown_value(&self, value: &Slug) -> String {
        format!("«{value}» (неизвестно)")
    }

    fn band(&self, band: Band) -> String {
        let sum = |units: u64| self.money(Money { currency: band.currency, hundredths: units * 100 });
        let from = Band::FROM.get(band.step).copied().unwrap_or_default();
        match band.below() {
            Some(below) if from == 0 => format!("менее {}", sum(below)),
            Some(below) => format!("от {}, но менее {}", whole(from), sum(below)),
            None => format!("{} и более", sum(from)),
        }
    }

    fn exclude(&self, excluded: bool) -> &'static str {
        if excluded { "Не исключать" } else { "Исключить" }
    }

    fn match_label(&self, facet: Facet) -> String {
        format!("{}: проекты, в которых есть", self.facet_name(facet))
    }

    fn show_all_values(&self, count: usize) -> String {
        format!("Показать все: {}", self.number(count))
    }

    fn find_value(&self, facet: Facet) -> String {
        format!("Поиск: {}", lower(self.facet_name(facet)))
    }

    fn chosen(&self, count: usize) -> String {
        format!("выбрано: {}", self.number(count))
    }

    fn as_of_line(&self, as_of: Date) -> String {
        format!("Статусы и числа – по состоянию на {}.", full_day(as_of))
    }

    fn sort_name(&self, sort: Sort) -> &'static str {
        match sort {
            Sort::Relevance => "Сначала со словами в названии",
            Sort::Newest => "По дате начала, сначала поздние",
            Sort::Oldest => "По дате начала, сначала ранние",
            Sort::LastEnd => "По дате окончания, сначала поздние",
            Sort::FirstEnd => "По дате окончания, сначала ранние",
            Sort::Title => "По названию",
            Sort::TitleBack => "По названию, в обратном порядке",
            Sort::Largest => "По валюте и бюджету, сначала крупные",
            Sort::Smallest => "По валюте и бюджету, сначала небольшие",
            Sort::Country => "По стране",
            Sort::CountryBack => "По стране, в обратном порядке",
            Sort::LastChecked => "По дате проверки, сначала недавние",
            Sort::FirstChecked => "По дате проверки, сначала давние",
        }
    }

    fn view_name(&self, view: View) -> &'static str {
        match view {
            View::Cards => "Карточки",
            View::Table => "Таблица",
            View::Compare => "Сравнение",
        }
    }

    fn column_name(&self, column: Column) -> &'static str {
        match column {
            Column::Country => "Страна",
            Column::Type => "Вид",
            Column::Period => "Период",
            Column::Status => "Статус",
            Column::Donor => "Донор",
            Column::Budget => "Бюджет",
            Column::Implementer => "Исполнитель",
            Column::Beneficiary => "Бенефициар",
            Column::Source => "Источник",
            Column::Checked => "Последняя проверка",
        }
    }

    fn show_results(&self, found: usize) -> String {
        format!("Показать {}", self.projects_count(found))
    }

    fn page_link(&self, page: usize) -> String {
        format!("Страница {}", self.number(page))
    }

    fn printed_part(&self, (first, last, of): (usize, usize, usize), (page, pages): (usize, usize)) -> String {
        let [first, last, of, page, pages] = [first, last, of, page, pages].map(|number| self.number(number));
        format!("Проекты {first}–{last} из {of}, страница {page} из {pages}")
    }

    fn page_clause(&self, page: Page) -> Option<String> {
        match page {
            Page::Number(1) => None,
            Page::Number(number) => Some(format!("страница {number}")),
            Page::All => Some("всё на одной странице".into()),
        }
    }

    fn sums(&self, sums: &[Sum], of: usize) -> Option<String> {
        let part = |sum: &Sum| format!("{} – у {}", self.money(sum.money), self.genitive_count(sum.projects, PROJECT));
        let parts: Vec<String> = sums.iter().map(part).collect();
        let said = parts.join("; ");
        (!parts.is_empty())
            .then(|| {
                let of = self.genitive_count(of, PROJECT);
                format!("Из {of} в списке собственный бюджет указан: {said}. Суммы не пересчитываются, разные валюты не складываются.")
            })
    }

    fn also_matching(&self, names: &[&str]) -> String {
        format!("Учтены также: {}.", names.join(", "))
    }

    fn best_removal(&self, parts: &[(String, String)], count: usize) -> String {
        let filters = if parts.len() > 1 { "фильтры" } else { "фильтр" };
        let named: Vec<String> = parts.iter().map(|(kind, value)| named(kind, value)).collect();
        format!("Удалить {filters}: {} ({})", named.join("; "), self.projects_count(count))
    }

    fn without_period(&self, count: usize) -> String {
        let answer = form(count, ["отвечает", "отвечают", "отвечает"]);
        format!("Остальным фильтрам {answer} ещё {}, но даты не указаны.", self.projects_count(count))
    }

    fn pick(&self, title: &str) -> String {
        format!("Отметить: {title}")
    }

    fn picked_count(&self, count: usize) -> String {
        format!("Отмечено: {}", self.projects_count(count))
    }

    fn pick_limit(&self, limit: usize) -> String {
        format!("Можно отметить не более {}: они записаны в адресе.", self.genitive_count(limit, PROJECT))
    }

    fn place_in_list(&self, place: usize, of: usize) -> String {
        format!("Проект {} из {}", self.number(place), self.number(of))
    }

    fn unstated(&self, facet: Facet) -> String {
        if facet == Facet::Year { "даты не указаны".into() } else { subject(facet).missing() }
    }

    fn carried_out_by(&self, bodies: &[String]) -> String {
        let subject = subject(Facet::Implementer);
        format!("{}: {}", if bodies.len() > 1 { subject.many } else { subject.one }, self.all_of(bodies))
    }

    fn remove_filter(&self, kind: &str, value: &str) -> String {
        format!("Удалить фильтр: {}", named(kind, value))
    }

    fn excluded_kind(&self, facet: Facet) -> String {
        format!("{}, исключено", self.facet_name(facet))
    }

    fn excluded_value(&self, value: &str) -> String {
        format!("кроме: {value}")
    }

    fn active(&self, active: &Active) -> String {
        let run = if active.certainly {
            "заведомо действуют"
        } else {
            "действуют или, возможно, действуют"
        };
        match (active.from, active.to) {
            (Some(first), Some(last)) if first == last => format!("{run} {}", during(first)),
            (Some(first), Some(last)) => format!("{run} в период {} {}", from(first), to(last)),
            (Some(first), None) => format!("{run} {} или позже", during(first)),
            (None, Some(last)) => format!("{run} {} или раньше", during(last)),
            (None, None) => String::new(),
        }
    }

    fn budget_range(&self, range: &BudgetRange) -> String {
        let Some(currency) = range.currency else { return String::new() };
        let sum = |units: u64| self.money(Money { currency, hundredths: units.saturating_mul(100) });
        match (range.min, range.max) {
            (Some(min), Some(max)) => format!("бюджет от {} до {}", whole(min), sum(max)),
            (Some(min), None) => format!("бюджет не менее {}", sum(min)),
            (None, Some(max)) => format!("бюджет не более {}", sum(max)),
            (None, None) => format!("бюджет в {}", currency.code()),
        }
    }

    fn question(&self, query: &ProjectQuery, names: &Names) -> String {
        let asked = self.asked(query, names, true);
        if query.only_picks {
            return asked.of(TEXTS.list.picks);
        }
        match &asked.standing {
            Some(standing) => asked.of(&format!("{} проекты", upper(standing))),
            None => asked.of("Проекты"),
        }
    }

    // Files

    fn what(&self, bodies: Option<Role>) -> &'static str {
        match bodies {
            None => "Проекты",
            Some(Role::Donor) => "Доноры",
            Some(Role::Implementer) => "Исполнители",
            Some(Role::Beneficiary) => "Бенефициары",
        }
    }

    fn before_kind(&self, bodies: Option<Role>) -> String {
        format!("{} в формате ", self.what(bodies))
    }

    fn saved_rows(&self, name: &str, rows: usize) -> String {
        format!("Сохранено: {name}, {}.", self.count_of(rows, ["строка", "строки", "строк"]))
    }

    fn saved(&self, name: &str) -> String {
        format!("Сохранено: {name}.")
    }

    fn sum_in(&self, code: &str) -> String {
        format!("Сумма бюджетов в {code}")
    }

    fn summed_in(&self, code: &str) -> String {
        format!("Проектов в этой сумме, {code}")
    }

    // The timeline

    fn timeline_question(&self, query: &TimelineQuery, names: &Names) -> String {
        let kinds: Vec<String> =
            query.kinds.iter().map(|it| self.quoted(&lower(&super::timeline::kind_name(it)))).collect();
        let entries = format!("Записи вида {}", self.any_of(&kinds));
        let asked = self.asked(&query.list, names, kinds.is_empty());
        match (query.list.only_picks, kinds.is_empty()) {
            (true, true) => asked.of(&format!("{} и их события", TEXTS.list.picks)),
            (true, false) => format!("{entries}: {}", asked.of(&lower(TEXTS.list.picks))),
            (false, true) => match &asked.standing {
                Some(standing) => asked.of(&format!("{} проекты и их события", upper(standing))),
                None => asked.of("Проекты и события"),
            },
            (false, false) => asked.of(&entries),
        }
    }

    fn on_the_timeline(&self, question: &str) -> String {
        format!("В хронологии: {}", lower(question))
    }

    fn around_project(&self, title: &str) -> String {
        format!("«{title}», что было до и после и что шло в то же время")
    }

    fn in_force_since(&self, date: PartialDate) -> String {
        format!("в силе {}", from(date))
    }

    fn group_name(&self, group: Group) -> &'static str {
        match group {
            Group::Country => "по странам",
            Group::Type => "по видам",
            Group::Donor => "по донорам",
            Group::Nothing => "без групп",
        }
    }

    fn drawing_label(&self, drawn: usize) -> String {
        format!("Диаграмма на оси времени: {}", self.entries_count(drawn))
    }

    fn shown(&self, range: &str, visible: usize, drawn: usize) -> String {
        if visible == drawn {
            format!("Показано: {range}, {} с датой.", self.entries_count(drawn))
        } else {
            format!("Показано: {range}, {} с датой.", self.some_entries(visible, drawn))
        }
    }

    fn repeated(&self, count: usize, group: Group) -> String {
        let groups = match group {
            Group::Country => "странам",
            Group::Type => "видам",
            Group::Donor => "донорам",
            Group::Nothing => "группам",
        };
        let belong = form(count, ["относится", "относятся", "относится"]);
        let entries = self.entries_count(count);
        format!(
            "Сразу к нескольким {groups} {belong} {entries}: такая запись стоит в каждой из групп, но учтена один раз."
        )
    }

    fn undated(&self, count: usize) -> String {
        format!("Без даты и только в списке: {}.", self.entries_count(count))
    }

    fn day_line(&self, date: Date, asked: bool) -> String {
        let of = match asked {
            true => "Выбранная дата",
            false => "Дата, на которую приведены сведения",
        };
        format!("{of}: {}", self.day(date))
    }

    fn continued(&self, group: &str) -> String {
        format!("{group} (продолжение)")
    }

    fn caption(&self, data: Date, line: Option<Date>, address: &str) -> String {
        let line = line.map(|line| format!("Линия – {}. ", full_day(line))).unwrap_or_default();
        format!("Данные на {}. {line}{address}", full_day(data))
    }

    fn signed(&self, date: PartialDate) -> String {
        format!("подписание: {}", self.partial_date(date))
    }
}

/// What stands between groups of digits, and between a number and its unit: they stay on one line.
const SPACE: &str = "\u{a0}";

/// The smallest number whose digits are grouped.
const GROUPED_FROM: u64 = 10_000;

/// A noun after 1, 2 and 5. After 2 stands the genitive.
type Forms = [&'static str; 3];

#[cfg(not(target_arch = "wasm32"))]
const COUNTRY: Forms = ["страна", "страны", "стран"];
const PROJECT: Forms = ["проект", "проекта", "проектов"];
const ENTRY: Forms = ["запись", "записи", "записей"];

/// The kinds of events and documents, by the data's word.
const ENTRY_KINDS: [(&str, &str); 34] = [
    // Events
    ("agreement", "Соглашение"),
    ("appointment", "Назначение"),
    ("competition", "Конкурс"),
    ("conference", "Конференция"),
    ("meeting", "Встреча"),
    ("milestone", "Важное событие"),
    ("ministerial", "Встреча министров"),
    ("publication", "Публикация"),
    ("round table", "Круглый стол"),
    ("seminar", "Семинар"),
    ("study visit", "Ознакомительная поездка"),
    ("training", "Обучение"),
    ("workshop", "Рабочий семинар"),
    // Documents
    ("article", "Статья"),
    ("booklet", "Буклет"),
    ("brochure", "Брошюра"),
    ("council conclusions", "Выводы Совета ЕС"),
    ("evaluation", "Оценка"),
    ("guide", "Пособие"),
    ("handbook", "Справочник"),
    ("manual", "Руководство"),
    ("mapping report", "Обзор проектов"),
    ("paper", "Доклад"),
    ("plan", "План"),
    ("policy brief", "Аналитическая записка"),
    ("press release", "Пресс-релиз"),
    ("press report", "Сообщение в прессе"),
    ("programme", "Программа"),
    ("programme document", "Программный документ"),
    ("recommendations", "Рекомендации"),
    ("report", "Отчёт"),
    ("strategy", "Стратегия"),
    ("study", "Исследование"),
    ("working paper", "Рабочий документ"),
];

/// A question in its parts: what is said of its subject before, at once and after the colon.
struct Asked {
    /// The statuses, as what is said of projects; `None` where they are a clause.
    standing: Option<String>,
    /// The words, with what joins them to the noun.
    words: String,
    /// Everything else.
    clauses: Vec<String>,
}

impl Asked {
    /// The sentence about this subject.
    fn of(&self, subject: &str) -> String {
        let colon = if self.clauses.is_empty() { "" } else { ": " };
        format!("{subject}{}{colon}{}", self.words, self.clauses.join("; "))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Published for Russian {
    fn published(&self) -> &'static PublishedTexts {
        &PUBLISHED
    }

    fn describe_home(&self, projects: usize) -> String {
        let projects = self.projects_count(projects);
        format!("{}: {projects} – кто их финансирует, где, когда, для кого и на какую сумму.", TEXTS.tagline)
    }

    fn describe_partner(&self, country: &str, projects: usize) -> String {
        let projects = self.projects_count(projects);
        format!("{country}: основные сведения, отношения с ЕС, верховенство права; в базе данных – {projects}.")
    }

    fn describe_projects(&self, projects: usize) -> String {
        let projects = self.projects_count(projects);
        format!("{projects} в области верховенства права в Центральной Азии – по странам, видам, донорам и статусам.")
    }

    fn describe_organisation(&self, name: &str) -> String {
        format!("{name}: проекты в области верховенства права в Центральной Азии, в которых названа эта организация.")
    }

    fn dataset_description(&self, projects: usize, countries: usize) -> String {
        format!(
            "Проекты в поддержку верховенства права в Центральной Азии ({}, {}): доноры, исполнители, бенефициары, \
             бюджеты, сроки, события и документы по открытым источникам, с указанием источника каждого сведения.",
            self.projects_count(projects),
            self.count_of(countries, COUNTRY),
        )
    }

    fn feed_subtitle(&self, most: usize) -> String {
        let most = self.number(most);
        format!(
            "Не более {most} записей о проектах и событиях; первыми стоят те, что сверены с источником позже других."
        )
    }

    fn search_description(&self, site: &str) -> String {
        format!("Поиск проектов: {site}")
    }

    fn picture_figures(&self, projects: usize, countries: usize) -> [(String, String); 2] {
        [
            (self.number(projects), form(projects, PROJECT).to_owned()),
            (self.number(countries), form(countries, COUNTRY).to_owned()),
        ]
    }

    fn data_of(&self, as_of: Date) -> String {
        format!("Данные на {}", self.day(as_of))
    }

    fn licence_line(&self, name: &str) -> String {
        format!("Данные можно использовать на условиях {name}.")
    }

    fn statement_prepared(&self, on: Date) -> String {
        format!(
            "Заявление составлено {} по итогам самостоятельной проверки, проведённой создателями сайта.",
            self.day(on)
        )
    }

    fn figure_source(&self, title: &str, version: &str, as_of: Date) -> String {
        let day = self.day(as_of);
        format!("Источник: {title}, выпуск {version}, по состоянию на {day}. Каждый проект называет свои источники.")
    }

    fn active_in(&self, country: &Country) -> String {
        format!("Проекты, действовавшие в каждом году: {}", country.name)
    }

    fn peak(&self, year: i32, certainly: usize, more: usize) -> String {
        let certainly = format!("больше всего в {year} году: {}", self.number(certainly));
        match more {
            0 => certainly,
            more => format!("{certainly} и, возможно, ещё {}", self.number(more)),
        }
    }

    fn in_no_bar(&self, count: usize) -> String {
        format!("Без дат – {}: в столбцы не входят.", self.projects_count(count))
    }

    fn money_in(&self, country: &Country) -> String {
        format!("Указанные бюджеты проектов по донорам: {}", country.name)
    }

    fn money_note(&self, summed: usize, of: usize) -> String {
        format!(
            "Собственная сумма указана лишь у {}. Каждая валюта стоит отдельно: ничего не пересчитывается, поэтому сравнивать \
             полосы можно только внутри одной валюты. Проект учтён со всем своим бюджетом, какова бы ни была доля донора, и по \
             одному разу у каждого из своих доноров и в каждой из своих стран.",
            self.some_projects(summed, of)
        )
    }

    fn panel(&self, sum: Sum) -> String {
        format!("{} –", self.money(sum.money))
    }

    fn short_money(&self, sum: Money) -> String {
        let Some((tenths, size)) = rounded(sum) else { return self.money(sum) };
        let unit = match size {
            Size::Thousand => "тыс.",
            Size::Million => "млн",
        };
        let decimal = if tenths.is_multiple_of(10) { String::new() } else { format!(",{}", tenths % 10) };
        let sign = if sum.currency == Currency::EUR { "€" } else { sum.currency.code() };
        format!("{}{decimal}{SPACE}{unit}{SPACE}{sign}", grouped(tenths / 10, SPACE, GROUPED_FROM))
    }

    fn other_types(&self, count: usize) -> String {
        format!("Ещё {}", self.count_of(count, ["вид", "вида", "видов"]))
    }

    fn organisation_kind(&self, kind: organisation::Kind) -> &'static str {
        match kind {
            organisation::Kind::Government => "Государства и органы власти",
            organisation::Kind::LocalGovernment => "Местные органы власти",
            organisation::Kind::OtherPublicSector => "Другие государственные организации",
            organisation::Kind::InternationalNgo => "Международные НПО",
            organisation::Kind::NationalNgo => "Национальные НПО",
            organisation::Kind::RegionalNgo => "Региональные НПО",
            organisation::Kind::Multilateral => "Многосторонние организации",
            organisation::Kind::Foundation => "Фонды",
            organisation::Kind::PrivateSector => "Частный сектор",
            organisation::Kind::Academic => "Образование, обучение и исследования",
            organisation::Kind::Other => "Другие организации",
        }
    }

    fn untranslated(&self, tags: &[&str]) -> String {
        let languages: Vec<String> = tags.iter().map(|tag| self.language(tag).to_owned()).collect();
        format!("Тексты этой записи – не на русском языке. Язык текстов: {}.", self.all_of(&languages))
    }

    fn home_lead(&self, projects: usize, countries: usize, sources: usize) -> String {
        format!(
            "Доноры, учреждения, журналисты и исследователи видят здесь, кто чем занимается: {} в {} {}, их доноры, \
             партнёры, бюджеты и сроки – по данным {} {}.",
            self.projects_count(projects),
            self.number(countries),
            form(countries, ["стране", "странах", "странах"]),
            self.number(sources),
            form(sources, ["открытого источника", "открытых источников", "открытых источников"]),
        )
    }

    fn section_name(&self, kind: SectionKind, country: &Country) -> String {
        match kind {
            SectionKind::Country => "О стране".into(),
            SectionKind::Eu => format!("{} и Европейский союз", country.name),
            SectionKind::Initiative => format!("{} и Инициатива по верховенству права", country.name),
            SectionKind::RuleOfLaw => "Верховенство права".into(),
            SectionKind::WorkPlan => "План работы Платформы".into(),
            SectionKind::Stakeholders => "Участники Платформы".into(),
        }
    }

    fn since(&self, date: PartialDate) -> String {
        from(date)
    }

    fn all_projects_in(&self, _: &Country, count: usize) -> String {
        format!("Искать среди проектов этой страны: {}", self.number(count))
    }

    fn timeline_of(&self, country: &Country) -> String {
        format!("{} в хронологии", country.name)
    }

    fn first_of(&self, shown: usize, of: usize) -> String {
        format!("Последние по дате начала: {} из {}.", self.number(shown), self.number(of))
    }

    fn types_by(&self, by: TypesBy) -> Option<&'static str> {
        match by {
            TypesBy::Source => None,
            TypesBy::Editor => Some("определено редакцией"),
            TypesBy::Both => Some("частично определено редакцией"),
        }
    }

    fn correct_subject(&self, title: &str, id: &Slug, version: &str) -> String {
        format!("Исправление: {title} ({id}, версия данных {version})")
    }

    fn projects_as(&self, role: Role) -> &'static str {
        match role {
            Role::Donor => "Проекты, где это донор",
            Role::Implementer => "Проекты, где это исполнитель",
            Role::Beneficiary => "Проекты, где это бенефициар",
        }
    }

    fn projects_of_whole(&self, role: Role, body: &str) -> String {
        format!("Все проекты: {} – {body}", lower(self.role(role)))
    }

    fn in_force(&self, date: PartialDate) -> String {
        self.in_force_since(date)
    }

    fn kilobytes(&self, number: u64) -> String {
        format!("{number}{SPACE}КБ")
    }

    fn printed_pages(&self, number: usize) -> String {
        format!("{}{SPACE}{}", self.number(number), form(number, ["страница", "страницы", "страниц"]))
    }

    fn figures(&self, [projects, organisations, entries, documents]: [usize; 4]) -> [&'static str; 4] {
        [
            form(projects, PROJECT),
            form(organisations, ["организация", "организации", "организаций"]),
            form(entries, ["запись в хронологии", "записи в хронологии", "записей в хронологии"]),
            form(documents, ["документ", "документа", "документов"]),
        ]
    }

    fn latest_events(&self, listed: usize, of: usize) -> String {
        format!("Выше – последние {} из {}. Все – в хронологии.", self.number(listed), self.number(of))
    }

    fn named_on(&self, count: usize) -> String {
        match count {
            0 => "В данных нет проектов, в которых названа эта организация.".into(),
            count => format!(
                "Проекты, в которых названа эта организация или её часть: {}. Две роли в одном проекте считаются за одну.",
                self.number(count)
            ),
        }
    }

    fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Donor => "Донор",
            Role::Implementer => "Исполнитель",
            Role::Beneficiary => "Бенефициар",
        }
    }
}

impl Russian {
    fn count_of(&self, count: usize, forms: Forms) -> String {
        format!("{} {}", self.number(count), form(count, forms))
    }

    /// A count in the genitive: after `из`, `не более`.
    fn genitive_count(&self, count: usize, [_, genitive, many]: Forms) -> String {
        format!("{} {}", self.number(count), form(count, [genitive, many, many]))
    }

    /// A question in its parts; of the projects ticked nothing is asked but the day. `before`: statuses may stand before
    /// the noun.
    fn asked(&self, query: &ProjectQuery, names: &Names, before: bool) -> Asked {
        let day = query.as_of.map(|day| format!("по состоянию на {}", full_day(day)));
        if query.only_picks {
            let words = day.map(|day| format!(" {day}")).unwrap_or_default();
            return Asked { standing: None, words, clauses: Vec::new() };
        }
        let standing = standing(query).filter(|_| before).map(|words| self.any_of(&words));
        let mut words = if query.words().is_empty() {
            String::new()
        } else {
            let words = if query.text.contains(' ') { "словами" } else { "словом" };
            format!(" со {words} {}", self.quoted(&super::list::unquoted(&query.text)))
        };
        let said = |facet| self.clause(facet, query, names);
        let mut clauses = Vec::new();
        clauses.extend([Facet::Country, Facet::Type].into_iter().filter_map(said));
        clauses.extend(said(Facet::Status).filter(|_| standing.is_none()));
        let of_bodies = [Facet::Donor, Facet::Implementer, Facet::Beneficiary, Facet::Year];
        clauses.extend(of_bodies.into_iter().filter_map(said));
        if query.active.is_asked() {
            clauses.push(self.active(&query.active));
        }
        clauses.extend(said(Facet::Budget));
        if query.budget.currency.is_some() {
            clauses.push(self.budget_range(&query.budget));
        }
        clauses.extend([Facet::Stated, Facet::Source, Facet::Language].into_iter().filter_map(said));
        let excluded: Vec<String> = query.exclusions().map(|(facet, value)| left_out(facet, value, names)).collect();
        if !excluded.is_empty() {
            clauses.push(format!("исключено – {}", excluded.join(", ")));
        }
        match day {
            Some(day) if clauses.is_empty() => words.push_str(&format!(" {day}")),
            day => clauses.extend(day),
        }
        Asked { standing, words, clauses }
    }

    /// What is asked of a facet: `страна – Казахстан или Таджикистан`, `донор не указан`, `донор – Швейцария или не указан`.
    fn clause(&self, facet: Facet, query: &ProjectQuery, names: &Names) -> Option<String> {
        let picked = query.picked.get(&facet)?;
        let stated = picked.iter().filter(|value| value.as_str() != Facet::NOT_STATED);
        let mut words: Vec<String> = stated.map(|value| name_within(facet, value, names)).collect();
        let missing = picked.iter().any(|value| value.as_str() == Facet::NOT_STATED);
        let subject = subject(facet);
        if words.is_empty() {
            return missing.then(|| subject.missing());
        }
        let all = query.all_of.contains(&facet);
        let noun = if all && words.len() > 1 { subject.many } else { subject.one };
        words.extend(missing.then(|| subject.not_stated.to_owned()));
        Some(format!("{noun} – {}", if all { self.all_of(&words) } else { self.any_of(&words) }))
    }
}

/// The form of a word after a number, by the rules of CLDR for whole numbers.
fn form(count: usize, [one, few, many]: Forms) -> &'static str {
    match (count % 10, count % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}

fn joined(names: &[String], last_by: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {last_by} {last}", first.join(", ")),
    }
}

/// How a facet is called within a sentence.
struct Subject {
    one: &'static str,
    many: &'static str,
    /// That a project says nothing of it, in its gender.
    not_stated: &'static str,
}

/// A filter with its kind, which is empty where the value names it.
fn named(kind: &str, value: &str) -> String {
    if kind.is_empty() { value.to_owned() } else { [&lower(kind), ", ", value].concat() }
}

impl Subject {
    fn missing(&self) -> String {
        format!("{} {}", self.one, self.not_stated)
    }
}

fn subject(facet: Facet) -> Subject {
    let (one, many, not_stated) = match facet {
        Facet::Country => ("страна", "страны", "не указана"),
        Facet::Status => ("статус", "статусы", "неизвестен"),
        Facet::Type => ("вид", "виды", "не указан"),
        Facet::Donor => ("донор", "доноры", "не указан"),
        Facet::Implementer => ("исполнитель", "исполнители", "не указан"),
        Facet::Beneficiary => ("бенефициар", "бенефициары", "не указан"),
        Facet::Year => ("год действия", "годы действия", "не указан"),
        Facet::Budget => ("бюджет", "бюджеты", "не указан"),
        Facet::Stated => ("статус по источнику", "статусы по источнику", "не указан"),
        Facet::Source => ("источник", "источники", "не указан"),
        Facet::Language => ("язык источника", "языки источников", "не указан"),
    };
    Subject { one, many, not_stated }
}

/// The statuses of a question as what is said of projects; `None` when there are none, or one that is no such word.
fn standing(query: &ProjectQuery) -> Option<Vec<String>> {
    let word = |value: &Slug| {
        Some(match Status::ALL.into_iter().find(|status| status.id() == value.as_str())? {
            Status::Forecast => "планируемые",
            Status::Ongoing => "текущие",
            Status::EndNotStated => "начатые без указания окончания",
            Status::Completed => "завершённые",
            Status::Suspended => "приостановленные",
            Status::Cancelled => "отменённые",
        })
    };
    let words = query.picked.get(&Facet::Status)?.iter().map(|value| word(value).map(str::to_owned));
    words.collect::<Option<Vec<_>>>().filter(|words| !words.is_empty())
}

/// A value that is excluded, with its facet: a body that does not fund may carry out.
fn left_out(facet: Facet, value: &Slug, names: &Names) -> String {
    if value.as_str() == Facet::NOT_STATED {
        return subject(facet).missing();
    }
    let name = name_within(facet, value, names);
    match facet {
        Facet::Country => name,
        // More than a name: without its quotes it would run into what stands before it.
        Facet::Type if names.place(facet, value).is_some() => {
            format!("{} {}", subject(facet).one, Russian.quoted(&name))
        }
        _ => format!("{} {name}", subject(facet).one),
    }
}

/// The name of a value as it stands within a sentence.
fn name_within(facet: Facet, value: &Slug, names: &Names) -> String {
    let name = facet_value(facet, value, names);
    let is_words = matches!(facet, Facet::Status | Facet::Type | Facet::Budget | Facet::Stated | Facet::Language);
    if is_words || value.as_str() == Facet::IN_WORDS { lower(&name) } else { name }
}

/// The digits of a sum.
fn sum_of(money: Money) -> String {
    decimals(money.hundredths, SPACE, ",", GROUPED_FROM)
}

/// The digits of a whole sum, where its currency follows with another.
fn whole(units: u64) -> String {
    grouped(units, SPACE, GROUPED_FROM)
}

fn sign(currency: Currency) -> String {
    if currency == Currency::EUR { "€".into() } else { currency.code().to_string() }
}

/// A month in the cases that sentences need.
struct MonthName {
    is: &'static str,
    of: &'static str,
    within: &'static str,
}

fn month(month: Month) -> MonthName {
    let (is, of, within) = match month {
        Month::January => ("январь", "января", "январе"),
        Month::February => ("февраль", "февраля", "феврале"),
        Month::March => ("март", "марта", "марте"),
        Month::April => ("апрель", "апреля", "апреле"),
        Month::May => ("май", "мая", "мае"),
        Month::June => ("июнь", "июня", "июне"),
        Month::July => ("июль", "июля", "июле"),
        Month::August => ("август", "августа", "августе"),
        Month::September => ("сентябрь", "сентября", "сентябре"),
        Month::October => ("октябрь", "октября", "октябре"),
        Month::November => ("ноябрь", "ноября", "ноябре"),
        Month::December => ("декабрь", "декабря", "декабре"),
    };
    MonthName { is, of, within }
}

/// A day within a sentence: `22 ноября 2026 года`, in every case that a preposition of time asks for.
fn full_day(date: Date) -> String {
    format!("{} {} {} года", date.day(), month(date.month()).of, date.year())
}

/// `2014 года`, `июля 2014 года`, `25 июля 2014 года`: after `с` and `около`.
fn genitive(date: Stated) -> String {
    match date {
        Stated::Year(year) => format!("{year} года"),
        Stated::Month(year, name) => format!("{} {year} года", month(name).of),
        Stated::Day(date) => full_day(date),
    }
}

/// `2014 год`, `июль 2014 года`, `25 июля 2014 года`: after `на` and `по`.
fn accusative(date: Stated) -> String {
    match date {
        Stated::Year(year) => format!("{year} год"),
        Stated::Month(year, name) => format!("{} {year} года", month(name).is),
        Stated::Day(date) => full_day(date),
    }
}

/// That a date is not exact, before a preposition.
fn about(date: PartialDate) -> &'static str {
    if date.approximate { "примерно " } else { "" }
}

/// From a date on: `с июля 2014 года`.
fn from(date: PartialDate) -> String {
    // "Второго" begins with two consonants.
    let with = if matches!(date.stated, Stated::Day(day) if day.day() == 2) { "со" } else { "с" };
    format!("{}{with} {}", about(date), genitive(date.stated))
}

/// Up to a date, which is included: `по июль 2017 года`.
fn to(date: PartialDate) -> String {
    format!("{}по {}", about(date), accusative(date.stated))
}

/// Within a date: `в 2016 году`, `в июле 2016 года`, `25 июля 2016 года`.
fn during(date: PartialDate) -> String {
    let said = match date.stated {
        Stated::Year(year) => format!("в {year} году"),
        Stated::Month(year, name) => format!("в {} {year} года", month(name).within),
        Stated::Day(date) => full_day(date),
    };
    format!("{}{said}", about(date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::names::Name;
    use crate::words::{LANGUAGES, Language, speak};

    /// Values are named in the language that is spoken.
    fn in_russian<T>(ask: impl FnOnce() -> T) -> T {
        speak(Language::of("ru"));
        let said = ask();
        speak(&LANGUAGES[0]);
        said
    }

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).unwrap()
    }

    fn known() -> Names {
        let of = |facet: Facet| {
            let known: &[(&str, &str)] = match facet {
                Facet::Country => &[("kazakhstan", "Казахстан"), ("tajikistan", "Таджикистан")],
                Facet::Type => &[("access-to-justice", "Доступ к правосудию")],
                Facet::Donor => &[("european-union", "Европейский союз"), ("switzerland", "Швейцария")],
                _ => &[],
            };
            known.iter().filter_map(|(id, name)| Name::read(id, name)).collect()
        };
        Names::new(Facet::ALL.map(of), str::to_owned)
    }

    #[test]
    fn a_noun_follows_its_number() {
        let cases = [
            (0, "0 проектов", "0 проектов"),
            (1, "1 проект", "1 проекта"),
            (2, "2 проекта", "2 проектов"),
            (5, "5 проектов", "5 проектов"),
            (11, "11 проектов", "11 проектов"),
            (12, "12 проектов", "12 проектов"),
            (14, "14 проектов", "14 проектов"),
            (21, "21 проект", "21 проекта"),
            (22, "22 проекта", "22 проектов"),
            (25, "25 проектов", "25 проектов"),
            (101, "101 проект", "101 проекта"),
            (111, "111 проектов", "111 проектов"),
            (112, "112 проектов", "112 проектов"),
            (1000, "1000 проектов", "1000 проектов"),
            (10_001, "10\u{a0}001 проект", "10\u{a0}001 проекта"),
        ];
        for (count, said, of) in cases {
            assert_eq!(Russian.projects_count(count), said);
            assert_eq!(Russian.some_projects(1, count), format!("1 из {of}"));
        }
        assert_eq!(Russian.some_entries(2, 21), "2 из 21 записи");
        assert_eq!(Russian.saved_rows("a.csv", 23), "Сохранено: a.csv, 23 строки.");
        assert_eq!(Russian.without_period(21), "Остальным фильтрам отвечает ещё 21 проект, но даты не указаны.");
        assert_eq!(Russian.figures([1, 2, 389, 50]), ["проект", "организации", "записей в хронологии", "документов"]);
        let lead = Russian.home_lead(252, 5, 21);
        assert!(lead.contains("252 проекта в 5 странах"), "{lead}");
        assert!(lead.ends_with("по данным 21 открытого источника."), "{lead}");
    }

    #[test]
    fn dates_stand_in_their_case() {
        let cases = [
            ("2014", "2014", "с 2014 года", "по состоянию на 2014 год"),
            ("2014-07", "июль 2014", "с июля 2014 года", "по состоянию на июль 2014 года"),
            ("2014-03-02", "2 марта 2014", "со 2 марта 2014 года", "по состоянию на 2 марта 2014 года"),
            ("2014-05-22", "22 мая 2014", "с 22 мая 2014 года", "по состоянию на 22 мая 2014 года"),
            ("2014~", "около 2014 года", "примерно с 2014 года", "по состоянию примерно на 2014 год"),
            (
                "2014-08~",
                "около августа 2014 года",
                "примерно с августа 2014 года",
                "по состоянию примерно на август 2014 года",
            ),
        ];
        for (edtf, said, since, as_of) in cases {
            assert_eq!(Russian.partial_date(date(edtf)), said);
            assert_eq!(Russian.since(date(edtf)), since);
            assert_eq!(Russian.as_of(date(edtf)), as_of);
        }
        let day = date("2026-05-22").earliest();
        assert_eq!(Russian.day(day), "22 мая 2026");
        assert_eq!(Russian.short_month(day), "май");
        assert_eq!(Russian.short_day(day), "22 мая");
        assert_eq!(Russian.data_line(day, "2026.5"), "Данные на 22 мая 2026 года, версия 2026.5.");
        assert_eq!(Russian.source_dates(Some(date("2014-07")), day), "от июля 2014 года, просмотрен 22 мая 2026 года");
    }

    #[test]
    fn periods_say_what_is_open_and_what_is_unknown() {
        let cases = [
            ("2014-07/2017-07", "июль 2014 – июль 2017"),
            ("2014-07-25/2018-07-24", "25 июля 2014 – 24 июля 2018"),
            ("2014-11-14/2014-11-15", "14–15 ноября 2014"),
            ("2014-11-14~/2014-11-15", "около 14 ноября 2014 года – 15 ноября 2014"),
            ("2010/..", "с 2010 года, без срока окончания"),
            ("2014-07/", "с июля 2014 года, окончание не указано"),
            ("2010~/", "примерно с 2010 года, окончание не указано"),
            ("/2016", "по 2016 год, начало не указано"),
            ("/2016-07", "по июль 2016 года, начало не указано"),
            ("2018-02-28", "28 февраля 2018"),
        ];
        for (edtf, said) in cases {
            assert_eq!(Russian.period(&Period::parse(edtf).unwrap()), said);
        }
        let spoken = Russian.spoken_period(&Period::parse("2014-07/2017").unwrap());
        assert_eq!(spoken, "с июля 2014 года по 2017 год");
    }

    #[test]
    fn sums_are_grouped_and_named() {
        let sum =
            |code: &str, hundredths| Russian.money(Money { currency: Currency::parse(code).unwrap(), hundredths });
        assert_eq!(sum("EUR", 166_641_300), "1\u{a0}666\u{a0}413\u{a0}€");
        assert_eq!(sum("USD", 64_200_000), "642\u{a0}000\u{a0}USD");
        assert_eq!(sum("USD", 44_414_550), "444\u{a0}145,50\u{a0}USD");
        assert_eq!(sum("USD", 5), "0,05\u{a0}USD");
        assert_eq!(sum("EUR", 999_900), "9999\u{a0}€");
        assert_eq!(Russian.percent(1250), "12,5\u{a0}%");
        assert_eq!(Russian.percent(10_000), "100\u{a0}%");
        assert_eq!(Russian.number(9999), "9999");
        assert_eq!(Russian.number(10_000), "10\u{a0}000");
        let band = |id: &str| Russian.band(Band::parse(id).unwrap());
        assert_eq!(band("eur-0"), "менее 100\u{a0}000\u{a0}€");
        assert_eq!(band("usd-1000000"), "от 1\u{a0}000\u{a0}000, но менее 5\u{a0}000\u{a0}000\u{a0}USD");
        assert_eq!(band("eur-20000000"), "20\u{a0}000\u{a0}000\u{a0}€ и более");
    }

    #[test]
    fn a_question_is_a_sentence() {
        let cases = [
            ("", "Проекты"),
            (
                "country=kazakhstan&country=tajikistan&type=access-to-justice&donor=european-union&from=2016&to=2016",
                "Проекты: страна – Казахстан или Таджикистан; вид – доступ к правосудию; донор – Европейский союз; действуют или, возможно, действуют в 2016 году",
            ),
            ("status=ongoing&q=legal+aid", "Текущие проекты со словами «legal aid»"),
            ("status=ongoing&status=completed", "Завершённые или текущие проекты"),
            ("status=ongoing&status=not-stated", "Проекты: статус – выполняется или неизвестен"),
            ("all=donor&donor=european-union&donor=switzerland", "Проекты: доноры – Европейский союз и Швейцария"),
            ("country=not-stated&country=kazakhstan", "Проекты: страна – Казахстан или не указана"),
            (
                "not-country=tajikistan&country=nowhere",
                "Проекты: страна – «nowhere» (неизвестно); исключено – Таджикистан",
            ),
            ("not-donor=not-stated&not-status=completed", "Проекты: исключено – статус завершён, донор не указан"),
            (
                "not-donor=switzerland&not-type=access-to-justice&not-year=2016",
                "Проекты: исключено – вид «доступ к правосудию», донор Швейцария, год действия 2016",
            ),
            ("from=2014-07&certainly=yes", "Проекты: заведомо действуют в июле 2014 года или позже"),
            ("to=2014-07-02", "Проекты: действуют или, возможно, действуют 2 июля 2014 года или раньше"),
            (
                "from=2014-07&to=2016",
                "Проекты: действуют или, возможно, действуют в период с июля 2014 года по 2016 год",
            ),
            ("currency=EUR&min=1000000", "Проекты: бюджет не менее 1\u{a0}000\u{a0}000\u{a0}€"),
            ("status=not-stated&donor=not-stated", "Проекты: статус неизвестен; донор не указан"),
            ("donor=in-words", "Проекты: донор – другие (см. запись)"),
            ("language=ru&year=2016", "Проекты: год действия – 2016; язык источника – русский"),
            ("pick=a&picked=yes", "Отмеченные проекты"),
            ("as-of=2016-01-01&q=law", "Проекты со словом «law» по состоянию на 1 января 2016 года"),
            ("as-of=2016-01-01&year=2016", "Проекты: год действия – 2016; по состоянию на 1 января 2016 года"),
            ("as-of=2016-01-01&pick=a&picked=yes", "Отмеченные проекты по состоянию на 1 января 2016 года"),
        ];
        let names = known();
        for (asked, sentence) in cases {
            let said = in_russian(|| Russian.question(&ProjectQuery::parse(asked), &names));
            assert_eq!(said, sentence);
        }
    }

    #[test]
    fn a_question_of_the_timeline_names_what_is_asked() {
        let cases = [
            ("", "Проекты и события"),
            ("from=2013&to=2013", "Проекты и события: действуют или, возможно, действуют в 2013 году"),
            ("kind=study-visit&q=court", "Записи вида «ознакомительная поездка» со словом «court»"),
            ("kind=seminar&kind=conference", "Записи вида «конференция» или «семинар»"),
            ("kind=seminar&status=ongoing", "Записи вида «семинар»: статус – выполняется"),
            ("status=ongoing&donor=switzerland", "Текущие проекты и их события: донор – Швейцария"),
            ("status=ongoing&as-of=2016-01-01", "Текущие проекты и их события по состоянию на 1 января 2016 года"),
        ];
        let names = known();
        for (asked, sentence) in cases {
            let said = in_russian(|| Russian.timeline_question(&TimelineQuery::parse(asked), &names));
            assert_eq!(said, sentence);
        }
    }

    #[test]
    fn every_kind_of_the_data_has_its_word() {
        for file in ["events", "documents"] {
            let path = format!("{}/public/data/{file}.json", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(path).unwrap();
            let kinds = text.lines().filter_map(|line| line.trim().strip_prefix("\"kind\": \"")?.split('"').next());
            for kind in kinds {
                assert!(ENTRY_KINDS.iter().any(|(word, _)| *word == kind), "{kind} has no Russian word");
            }
        }
        assert_eq!(Russian.entry_kind("hearing"), "Hearing");
    }
}
