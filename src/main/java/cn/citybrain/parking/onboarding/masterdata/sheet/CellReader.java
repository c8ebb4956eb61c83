package cn.citybrain.parking.onboarding.masterdata.sheet;

import cn.citybrain.parking.onboarding.masterdata.sheet.CellValue.Faulty;
import cn.citybrain.parking.onboarding.masterdata.sheet.CellValue.Is;
import cn.citybrain.parking.onboarding.words.Typed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads cells for their columns: undoes what spreadsheets do where it is certain, and says by name what is lost. */
public final class CellReader {

    /** Spreadsheets keep 15 digits; what follows has become 0. */
    private static final BigDecimal FIRST_INEXACT = new BigDecimal("1E15");

    private static final MathContext KEPT = new MathContext(15);
    private static final Pattern SCIENTIFIC =
            Pattern.compile("[+-]?\\d(\\.\\d+)?E\\+\\d{2,3}", Pattern.CASE_INSENSITIVE);
    private static final Pattern AREA_CODE_CUT = Pattern.compile("(?!1[3-9]\\d{9}$)(?![48]00)[1-9]\\d{9,10}");
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,9}|\\d{1,3}(,\\d{3})+)(\\.0+)?");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,15})?");
    private static final String AS_TEXT = "请把这一列的单元格格式设为“文本”后重新填写";

    private CellReader() {}

    public static CellValue read(Cell cell, Content content) {
        if (cell instanceof Cell.Blank) {
            return new Is("");
        }
        if (cell instanceof Cell.Formula formula) {
            return new Faulty(formula.formula(), "是公式，系统不计算公式。请改为公式的结果（复制，再“选择性粘贴 → 数值”）");
        }
        if (cell instanceof Cell.Fault fault) {
            return new Faulty(fault.shown(), "是表格软件的错误提示“" + fault.shown() + "”，请改为正确的内容");
        }
        if (cell instanceof Cell.Beyond beyond) {
            return new Faulty(beyond.shown(), "内容太长或数字太大，没有读取，请检查这一格");
        }
        return switch (content) {
            case TEXT -> text(cell);
            case CODE -> code(cell);
            case PHONE -> phone(cell);
            case WHOLE -> whole(cell);
            case DECIMAL -> decimal(cell);
            case DATE -> date(cell);
        };
    }

    /** Whether a text that is kept comes back as this one when it has been written to a file. */
    public static boolean same(String kept, String read) {
        return Typed.line(kept).equals(read)
                || kept.codePoints().noneMatch(Character::isIdeographic)
                        && Stream.<UnaryOperator<String>>of(Typed::code, Typed::phone, Typed::mail)
                                .anyMatch(spelling -> spelling.apply(kept).equals(read));
    }

    private static CellValue text(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return new Is(FormulaGuard.unguard(text.value()));
        }
        return written(cell);
    }

    private static CellValue code(Cell cell) {
        if (!(cell instanceof Cell.Text text)) {
            return written(cell);
        }
        String code = Typed.code(FormulaGuard.unguard(text.value()));
        if (SCIENTIFIC.matcher(code).matches()) {
            return new Faulty(code, "被表格软件变成了科学计数法，后面的数字已经丢失。" + AS_TEXT);
        }
        if (code.indexOf(' ') >= 0) {
            return new Faulty(code, "中间有空格，请删除空格");
        }
        return new Is(code);
    }

    private static CellValue phone(Cell cell) {
        if (!(code(cell) instanceof Is phone)) {
            return code(cell);
        }
        return AREA_CODE_CUT.matcher(phone.text()).matches()
                ? new Faulty(phone.text(), "区号前面的 0 丢失了，请补上（如 0571-87000001）；" + AS_TEXT)
                : new Is(Typed.phone(phone.text()));
    }

    /** Codes and names that a spreadsheet has made into something else. */
    private static CellValue written(Cell cell) {
        if (cell instanceof Cell.Number number) {
            if (number.value().abs().compareTo(FIRST_INEXACT) >= 0) {
                String shown = number.value().round(new MathContext(3)).toString();
                return new Faulty(shown, "被表格软件当作数字保存，第 15 位以后已变成 0。" + AS_TEXT);
            }
            return new Is(padded(number));
        }
        if (cell instanceof Cell.Date date) {
            return new Faulty(date.day().toString(), "被表格软件变成了日期。" + AS_TEXT);
        }
        return new Is("");
    }

    private static String padded(Cell.Number number) {
        String plain = plain(number.value());
        return plain.matches("\\d+") ? "0".repeat(Math.max(0, number.digits() - plain.length())) + plain : plain;
    }

    private static CellValue whole(Cell cell) {
        String shown = shown(cell);
        if (WHOLE.matcher(shown).matches()) {
            return new Is(new BigDecimal(shown.replace(",", "")).toBigInteger().toString());
        }
        return new Faulty(shown, "应为整数，只填数字");
    }

    private static CellValue decimal(Cell cell) {
        String shown = shown(cell);
        return DECIMAL.matcher(shown).matches() ? new Is(shown) : new Faulty(shown, "应为小数，如 120.164410，只填数字和小数点");
    }

    private static CellValue date(Cell cell) {
        if (cell instanceof Cell.Date date) {
            return new Is(date.day().toString());
        }
        String shown = shown(cell);
        return Days.read(cell instanceof Cell.Text text ? FormulaGuard.unguard(text.value()) : shown)
                .<CellValue>map(day -> new Is(day.toString()))
                .orElseGet(() -> new Faulty(shown, "应为日期，如 2026-11-29"));
    }

    private static String shown(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return Typed.code(FormulaGuard.unguard(text.value()));
        }
        return cell instanceof Cell.Number number
                ? plain(number.value())
                : cell instanceof Cell.Date date ? date.day().toString() : "";
    }

    private static String plain(BigDecimal number) {
        BigDecimal kept = number.round(KEPT).stripTrailingZeros();
        return (kept.scale() < 0 ? kept.setScale(0) : kept).toPlainString();
    }
}
