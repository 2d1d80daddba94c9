//! [`Money`]: an exact sum in one currency. There is no conversion, and no sum over currencies.

/// A sum of money. Whole hundredths, so that adding never rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money {
    /// What money it is.
    pub currency: Currency,
    /// The sum in hundredths of the unit (cents of a euro).
    pub hundredths: u64,
}

/// An ISO 4217 currency code in use, or used within the period that the data set covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The euro, the one currency that is written with its sign.
    pub const EUR: Self = Self(*b"EUR");

    /// The currency with this code; `None` when ISO 4217 has no such code.
    pub fn parse(code: &str) -> Option<Self> {
        let code: [u8; 3] = code.as_bytes().try_into().ok()?;
        CODES.as_bytes().chunks(4).any(|known| known.starts_with(&code)).then_some(Self(code))
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// ISO 4217 alphabetic codes: those in use, and those of the 1990s that the euro and others replaced (DEM,
/// FRF, NLG…), because old projects are counted in them.
const CODES: &str = "AED AFN ALL AMD AOA ARS ATS AUD AWG AZN BAM BBD BDT BEF BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN \
    BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DEM DJF DKK DOP DZD EGP ERN ESP ETB EUR FIM FJD FKP FRF GBP GEL GHS \
    GIP GMD GNF GRD GTQ GYD HKD HNL HRK HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW \
    KWD KYD KZT LAK LBP LKR LRD LSL LUF LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NLG \
    NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PTE PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP \
    STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR XOF XPF YER \
    ZAR ZMW ZWL ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_iso_codes_are_currencies() {
        assert_eq!(CODES.len() % 4, 0);
        for good in ["EUR", "USD", "KZT", "CHF", "JPY", "ZWL"] {
            assert_eq!(Currency::parse(good).unwrap().code(), good);
        }
        for bad in ["", "eur", "EURO", "UR ", "R U", "€", "XXX"] {
            assert_eq!(Currency::parse(bad), None, "{bad:?}");
        }
    }
}
