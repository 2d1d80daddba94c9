//! [`Figure::Money`]: the stated budgets by donor, bars to the right, a panel a currency.

use super::html::{Html, tag, text};
use super::{Frame, Of, cell, drawing, folded, head, list_link, number_link, rectangle, row, small, table};
use crate::domain::facet::Facet;
use crate::domain::figures::Figure;
use crate::domain::figures::money::{Donor, MoneyStated, Panel};
use crate::domain::query::ProjectQuery;
use crate::words::{published as say, words};

/// How many donors of a currency have a bar; the table has them all.
const TOP: usize = 8;

/// The stated budgets of the projects of one country, or of all.
pub fn figure(of: &Of<'_>, money: &MoneyStated) -> Html {
    let title = of.country.map_or(words().published().figure_money.to_owned(), |it| words().money_in(it));
    let mut note = words().published().figure_no_money.to_owned();
    let mut picture = Vec::new();
    if !money.panels.is_empty() {
        note = words().money_note(money.summed, money.of);
        let panels = money.panels.iter().map(|panel| panel_of(of, panel)).collect::<Vec<_>>();
        picture.push(tag("div", &[("class", "money")], &panels));
        picture.push(small(words().published().figure_sum_leaves_out));
        picture.push(folded(words().published().figure_show_table, numbers(of, &money.panels)));
    }
    Frame { figure: Figure::Money, title: &title, note: &note, picture }.html(of)
}

fn name_of(of: &Of<'_>, donor: &Donor) -> String {
    of.name(Facet::Donor, &donor.donor)
}

/// How many projects a sum is over, as the link to those that state a budget in the currency.
fn over(summed: usize, stated: usize, query: &ProjectQuery) -> Html {
    list_link(stated, query.clone(), &[text(&say::sum_over(summed, stated))])
}

fn panel_of(of: &Of<'_>, panel: &Panel) -> Html {
    let most = panel.most().hundredths.max(1);
    let donors = panel.donors.iter().take(TOP).map(|donor| {
        let sum = donor.sum.money;
        // Of a thousand; what is there can be seen.
        let width = (u128::from(sum.hundredths) * 1000 / u128::from(most)).max(3).to_string();
        let label = [
            text(&name_of(of, donor)),
            text(" "),
            tag("strong", &[], &[text(&words().short_money(sum))]),
            text(" "),
            over(donor.sum.projects, donor.stated, &donor.query),
        ];
        let bar = drawing("bar", "0 0 1000 1", &[rectangle("sure", ["0", "0", &width, "1"])]);
        tag("li", &[], &[tag("p", &[], &label), bar])
    });
    let donors = donors.collect::<Vec<_>>();
    let whole = [text(&words().panel(panel.sum)), text(" "), over(panel.sum.projects, panel.stated, &panel.query)];
    tag("section", &[], &[tag("h4", &[], &whole), tag("ol", &[("class", "bars")], &donors)])
}

/// The same as numbers, with every donor.
fn numbers(of: &Of<'_>, panels: &[Panel]) -> Html {
    let heads = [
        words().published().figure_donor,
        words().published().figure_sum,
        words().published().figure_sum_over,
        words().published().figure_stated,
    ]
    .map(head);
    let mut rows = Vec::new();
    for panel in panels {
        for donor in &panel.donors {
            let cells = [
                cell(&[text(&words().money(donor.sum.money))]),
                cell(&[text(&words().number(donor.sum.projects))]),
                cell(&[number_link(donor.stated, donor.query.clone())]),
            ];
            rows.push(row(&name_of(of, donor), cells.into_iter()));
        }
    }
    table("chart-numbers", words().published().figure_money_table, &heads, &rows)
}
