//! How a number looked to the person, by its format code. Best effort: what isn't understood is shown as General.

/// The number as shown by `code`, for example `18` by `00000` as `00018`.
pub(crate) fn shown(value: f64, code: Option<&str>) -> String {
    let code = code.unwrap_or("General");
    if !value.is_finite() || code.eq_ignore_ascii_case("general") || code == "@" {
        return general(value);
    }
    let (section, negative) = section(code, value);
    match tokens(section) {
        Some(tokens) => format!("{}{}", if negative { "-" } else { "" }, fill(&tokens, value.abs())),
        None => general(value),
    }
}

/// What to offer in place of the number as text: the form shown where it still holds every digit, else the
/// plain digits; nothing where digits were already lost when the file was written (a number keeps 15).
pub(crate) fn without_loss(value: f64, shown: &str) -> Option<String> {
    is_exact(value).then(|| if holds_all(value, shown) { shown.to_owned() } else { plain(value) })
}

/// What tells the number apart from others that are shown alike: the form shown where it holds every digit, else the
/// number itself.
pub(crate) fn told_apart(value: f64, shown: &str) -> String {
    match () {
        () if holds_all(value, shown) => shown.to_owned(),
        () if is_exact(value) => plain(value),
        () => format!("{shown} ({value:E})"),
    }
}

/// Whether a spreadsheet keeps every digit of the number.
fn is_exact(value: f64) -> bool {
    const FIFTEEN_DIGITS: f64 = 1e15;
    value.is_finite() && value.abs() < FIFTEEN_DIGITS
}

/// Whether every digit of the number can be seen.
fn holds_all(value: f64, shown: &str) -> bool {
    let digits = |text: &str| -> String {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits.trim_start_matches('0').to_owned()
    };
    let scientific = shown.contains("E+") || shown.contains("E-");
    !scientific && digits(shown) == digits(&plain(value))
}

fn plain(value: f64) -> String {
    format!("{value}")
}

/// As Excel shows a number without a format: at most eleven characters, then powers of ten.
fn general(value: f64) -> String {
    let size = value.abs();
    if size == 0.0 {
        return "0".to_owned();
    }
    if !(1e-9..1e11).contains(&size) {
        return scientific(value);
    }
    let before = format!("{:.0}", size.trunc()).len();
    let decimals = 10_usize.saturating_sub(before).min(9);
    let text = format!("{value:.decimals$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

fn scientific(value: f64) -> String {
    let text = format!("{value:.5e}");
    let Some((mantissa, exponent)) = text.split_once('e') else { return text };
    let mantissa = mantissa.trim_end_matches('0').trim_end_matches('.');
    let (sign, digits) = match exponent.strip_prefix('-') {
        Some(digits) => ('-', digits),
        None => ('+', exponent),
    };
    format!("{mantissa}E{sign}{digits:0>2}")
}

/// The part of a code for this sign, and whether a minus has to be written before it.
fn section(code: &str, value: f64) -> (&str, bool) {
    let mut parts = Vec::new();
    let (mut start, mut quoted, mut escaped) = (0, false, false);
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => {
                parts.push(&code[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&code[start..]);
    let part = |at: usize| parts.get(at).copied();
    match () {
        () if value < 0.0 => part(1).map_or((parts[0], true), |negative| (negative, false)),
        () if value == 0.0 => (part(2).unwrap_or(parts[0]), false),
        () => (parts[0], false),
    }
}

#[derive(Debug, PartialEq)]
enum Token {
    /// `0`, `#` or `?`.
    Digit(char),
    Point,
    Grouping,
    Percent,
    Literal(String),
}

/// The tokens of a section; nothing where it holds what is not understood here (fractions, powers, General).
fn tokens(section: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut chars = section.chars();
    while let Some(c) = chars.next() {
        let token = match c {
            '0' | '#' | '?' => Token::Digit(c),
            '.' => Token::Point,
            ',' => Token::Grouping,
            '%' => Token::Percent,
            '\\' => Token::Literal(chars.next()?.to_string()),
            '"' => Token::Literal(chars.by_ref().take_while(|c| *c != '"').collect()),
            '_' => {
                chars.next();
                Token::Literal(" ".to_owned())
            }
            '*' => {
                chars.next();
                continue;
            }
            '[' => match bracket(&chars.by_ref().take_while(|c| *c != ']').collect::<String>()) {
                Some(symbol) => Token::Literal(symbol),
                None => continue,
            },
            ' ' | '-' | '+' | '(' | ')' | ':' | '$' | '€' | '£' | '!' | '&' | '~' | '{' | '}' | '=' | '<'
            | '>' => Token::Literal(c.to_string()),
            _ => return None,
        };
        tokens.push(token);
    }
    tokens.iter().any(|token| matches!(token, Token::Digit(_))).then_some(tokens)
}

/// `[$€-407]` shows a currency sign; colours and conditions show nothing.
fn bracket(inside: &str) -> Option<String> {
    let symbol = inside.strip_prefix('$')?.split('-').next()?;
    (!symbol.is_empty()).then(|| symbol.to_owned())
}

fn fill(tokens: &[Token], size: f64) -> String {
    let point = tokens.iter().position(|token| *token == Token::Point).unwrap_or(tokens.len());
    let is_digit = |token: &Token| matches!(token, Token::Digit(_));
    let last_digit = tokens.iter().rposition(is_digit).unwrap_or(0);
    let scale = tokens[last_digit..].iter().filter(|token| **token == Token::Grouping).count();
    let groups = tokens[..last_digit].contains(&Token::Grouping);
    let decimals = tokens[point..].iter().filter(|token| is_digit(token)).count();
    let mut scaled = size / 1000_f64.powi(i32::try_from(scale).unwrap_or(0));
    if tokens.contains(&Token::Percent) {
        scaled *= 100.0;
    }
    let text = format!("{scaled:.decimals$}");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let whole = if whole == "0" { "" } else { whole };
    format!("{}{}", whole_part(&tokens[..point], whole, groups), fraction_part(&tokens[point..], fraction))
}

/// Fills placeholders from the right; the leftmost takes all digits that are left.
fn whole_part(tokens: &[Token], digits: &str, groups: bool) -> String {
    let mut left: Vec<char> = digits.chars().collect();
    let mut placeholders = tokens.iter().filter(|token| matches!(token, Token::Digit(_))).count();
    let mut reversed = Vec::new();
    let mut written = 0;
    let mut push = |reversed: &mut Vec<char>, c: char| {
        if groups && written > 0 && written % 3 == 0 {
            reversed.push(',');
        }
        written += 1;
        reversed.push(c);
    };
    for token in tokens.iter().rev() {
        match token {
            Token::Digit(kind) => {
                placeholders -= 1;
                match left.pop() {
                    Some(digit) => push(&mut reversed, digit),
                    None if *kind == '0' => push(&mut reversed, '0'),
                    None if *kind == '?' => reversed.push(' '),
                    None => {}
                }
                while placeholders == 0 && !left.is_empty() {
                    if let Some(digit) = left.pop() {
                        push(&mut reversed, digit);
                    }
                }
            }
            Token::Literal(text) => reversed.extend(text.chars().rev()),
            Token::Percent => reversed.push('%'),
            Token::Point | Token::Grouping => {}
        }
    }
    reversed.iter().rev().collect::<String>().trim().to_owned()
}

fn fraction_part(tokens: &[Token], digits: &str) -> String {
    let optional = tokens.iter().rev().take_while(|token| !matches!(token, Token::Digit('0'))).count();
    let mut text = String::new();
    let mut digits = digits.chars();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Point => text.push('.'),
            Token::Digit(kind) => {
                let digit = digits.next().unwrap_or('0');
                let zeros_follow = digit == '0' && digits.as_str().bytes().all(|byte| byte == b'0');
                if !(*kind == '#' && zeros_follow && tokens.len() - at <= optional) {
                    text.push(digit);
                }
            }
            Token::Literal(literal) => text.push_str(literal),
            Token::Percent => text.push('%'),
            Token::Grouping => {}
        }
    }
    let text = text.trim_end();
    text.strip_suffix('.').unwrap_or(text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_shown_as_its_format_says() {
        for (value, code, expected) in [
            (18.0, "00000", "00018"),
            (18.0, "General", "18"),
            (20001.0, "\"C-\"0", "C-20001"),
            (20001.0, "\\C\\-00000", "C-20001"),
            (1234567.0, "#,##0", "1,234,567"),
            (1234.5, "#,##0.00", "1,234.50"),
            (0.5, "0%", "50%"),
            (-5.0, "0", "-5"),
            (-5.0, "0;(0)", "(5)"),
            (0.0, "0;-0;\"none\"0", "none0"),
            (123456.0, "000-000", "123-456"),
            (5.0, "[$€-407] 0.00", "€ 5.00"),
            (3.10, "0.0#", "3.1"),
            (12.0, "0.##", "12"),
            (12_345_678_901_234_567_890.0, "General", "1.23457E+19"),
            (0.1 + 0.2, "General", "0.3"),
            (18.0, "# ?/?", "18"),
        ] {
            assert_eq!(shown(value, Some(code)), expected, "{value} by {code}");
        }
    }

    #[test]
    fn a_form_is_offered_only_where_no_digit_was_lost() {
        assert_eq!(without_loss(18.0, "00018").as_deref(), Some("00018"));
        assert_eq!(without_loss(123_456_789_012.0, "1.23457E+11").as_deref(), Some("123456789012"));
        assert_eq!(without_loss(18.5, "19").as_deref(), Some("18.5"));
        assert_eq!(without_loss(20001.0, "C-20001").as_deref(), Some("C-20001"));
        assert_eq!(without_loss(12_345_678_901_234_567_890.0, "1.23457E+19"), None);
        assert_eq!(told_apart(18.0, "00018"), "00018");
        assert_eq!(told_apart(123_456_789_012.0, "1.23457E+11"), "123456789012");
        assert_eq!(told_apart(18.5, "19"), "18.5");
        assert_eq!(told_apart(1.25e19, "1E+19"), "1E+19 (1.25E19)");
    }
}
