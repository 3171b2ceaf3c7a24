package org.samklima.portal.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.samklima.portal.tables.Uploads.rows;
import static org.samklima.portal.tables.Uploads.texts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

class WorkbookReadingTests {

    @Test
    void figures_are_exact_as_the_spreadsheet_shows_them() {
        var cells = data(row -> {
            row.createCell(0).setCellValue(5475.19);
            row.createCell(1).setCellValue(0.1 + 0.2);
            row.createCell(2).setCellValue(118276);
            row.createCell(3).setCellValue(-0.5);
        });

        assertThat(cells).extracting(Cell::text).containsExactly("5475.19", "0.3", "118276", "-0.5");
        assertThat(figures("<c r='A2'><v>5475.1899999999996</v></c>"))
                .isEqualTo(new Cell.Figure(new BigDecimal("5475.19"), false));
    }

    @Test
    void of_a_formula_the_value_computed_last_is_taken() {
        assertThat(figures("<c r='A2'><f>SUM(B1:B9)</f><v>42.5</v></c>"))
                .isEqualTo(new Cell.Figure(new BigDecimal("42.5"), false));
        assertThat(figures("<c r='A2' t='str'><f>A1&amp;\"x\"</f><v>Ekbyx</v></c>"))
                .isEqualTo(new Cell.Text("Ekbyx"));
    }

    @Test
    void a_formula_never_computed_is_no_figure_and_no_blank() {
        var cell = figures("<c r='A2'><f>SUM(B1:B9)</f></c>");

        assertThat(NumberReading.of(cell, NumberStyle.UNDECIDED))
                .isEqualTo(new NumberReading.Rejected(NumberReading.Reason.FORMULA_WITHOUT_VALUE, "="));
    }

    @Test
    void an_error_value_is_told() {
        var cell = figures("<c r='A2' t='e'><f>1/0</f><v>#DIV/0!</v></c>");

        assertThat(NumberReading.of(cell, NumberStyle.UNDECIDED))
                .isEqualTo(new NumberReading.Rejected(NumberReading.Reason.ERROR_VALUE, "#DIV/0!"));
    }

    @Test
    void a_number_too_large_to_be_anything_is_not_unfolded() {
        assertThat(figures("<c r='A2'><v>1E999999999</v></c>")).isInstanceOf(Cell.Broken.class);
        assertThat(figures("<c r='A2'><v>1E-999999999</v></c>")).isInstanceOf(Cell.Broken.class);
    }

    @Test
    void percentages_and_days_are_known_by_their_format() {
        var cells = data(row -> {
            var workbook = row.getSheet().getWorkbook();
            var percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0.0 %"));
            var day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("[$-41D]d mmmm yyyy"));
            var kilo = workbook.createCellStyle();
            kilo.setDataFormat(workbook.createDataFormat().getFormat("0 \"per day\""));
            row.createCell(0).setCellValue(0.125);
            row.getCell(0).setCellStyle(percent);
            row.createCell(1).setCellValue(LocalDate.of(2024, 2, 29));
            row.getCell(1).setCellStyle(day);
            row.createCell(2).setCellValue(7);
            row.getCell(2).setCellStyle(kilo);
        });

        assertThat(cells)
                .containsExactly(
                        new Cell.Figure(new BigDecimal("12.5"), true),
                        new Cell.Day(LocalDate.of(2024, 2, 29)),
                        new Cell.Figure(new BigDecimal("7.0"), false));
    }

    @Test
    void shared_inline_and_rich_texts_are_one_text() {
        var cells = data(row -> {
            row.createCell(0).setCellValue("Ekby");
            var rich = new org.apache.poi.xssf.usermodel.XSSFRichTextString("Ås");
            rich.append("måla");
            row.createCell(1).setCellValue(rich);
        });

        assertThat(cells).extracting(Cell::text).containsExactly("Ekby", "Åsmåla");
        assertThat(figures("<c r='A2' t='inlineStr'><is><t>Ås</t><rPh><t>no</t></rPh><r><t>måla</t></r></is></c>"))
                .isEqualTo(new Cell.Text("Åsmåla"));
    }

    @Test
    void the_first_visible_sheet_is_read_unless_another_is_chosen() {
        var file = Uploads.workbook(sheet -> {
            fill(sheet, "hidden");
            var workbook = sheet.getWorkbook();
            fill(workbook.createSheet("Totals"), "total");
            fill(workbook.createSheet("Sectors"), "sector");
            workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
        });

        assertThat(file.sheets()).containsExactly("Totals", "Sectors");
        assertThat(texts(file.read(ReadingOptions.AUTOMATIC))).containsExactly(List.of("total"));
        assertThat(texts(file.read(sheet("Sectors")))).containsExactly(List.of("sector"));
        assertThat(catchThrowableOfType(UnreadableTable.class, () -> file.read(sheet("Other")))
                        .fault())
                .isEqualTo(TableFault.NO_SUCH_SHEET);
    }

    @Test
    void blank_rows_and_styled_but_empty_cells_are_skipped_and_rows_keep_their_numbers() {
        var file = Uploads.workbook(sheet -> {
            fill(sheet, "first");
            sheet.createRow(2).createCell(400, CellType.BLANK);
            sheet.createRow(7).createCell(0).setCellValue("second");
        });

        assertThat(rows(file)).extracting(TableRow::number).containsExactly(2, 8);
        assertThat(file.read(ReadingOptions.AUTOMATIC).columns()).hasSize(1);
    }

    @Test
    void a_row_of_a_workbook_is_never_short() {
        var table = Uploads.workbook(sheet -> {
                    fill(sheet, "x");
                    sheet.getRow(0).createCell(1).setCellValue("note");
                })
                .read(ReadingOptions.AUTOMATIC);

        assertThat(rows(table)).noneMatch(table::isShort);
    }

    private static Cell figures(String cell) {
        var sheet = "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>h</t></is></c></row><row r='2'>"
                + cell + "</row></sheetData></worksheet>";
        return rows(TableFile.of("x.xlsx", Uploads.handmade(sheet), TableLimits.defaults()))
                .getFirst()
                .cell(0);
    }

    private static List<Cell> data(java.util.function.Consumer<XSSFRow> fill) {
        var file = Uploads.workbook(sheet -> {
            for (int i = 0; i < 4; i++) {
                var heading = sheet.getRow(0) == null ? sheet.createRow(0) : sheet.getRow(0);
                heading.createCell(i).setCellValue("heading " + i);
            }
            fill.accept(sheet.createRow(1));
        });
        return rows(file).getFirst().cells();
    }

    private static void fill(XSSFSheet sheet, String value) {
        sheet.createRow(0).createCell(0).setCellValue("heading");
        sheet.createRow(1).createCell(0).setCellValue(value);
    }

    private static ReadingOptions sheet(String name) {
        return new ReadingOptions(null, null, name, null, null);
    }
}
