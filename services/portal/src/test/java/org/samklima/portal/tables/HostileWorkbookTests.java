package org.samklima.portal.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Workbooks made to hurt. Small as they are, reading them unguarded would fill the memory or never end. */
class HostileWorkbookTests {

    private static final TableLimits LIMITS = TableLimits.defaults();

    @Test
    void a_part_that_swells_a_thousandfold_stops_early() {
        var bomb = sheet("<row r='1'>" + " ".repeat(60_000_000) + "</row>");

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(faultOf(bomb, LIMITS)).isEqualTo(TableFault.ZIP_BOMB);
    }

    @Test
    void all_parts_together_may_not_unpack_to_more_than_the_limit() {
        var narrow =
                new TableLimits(DataSize.ofMegabytes(50), 100, 100, 5_000_000, DataSize.ofMegabytes(1), 1_000, 100);
        var parts = Uploads.handmadeParts("<worksheet><sheetData/></worksheet>");
        parts.put("xl/sharedStrings.xml", "<sst><si><t>" + "x".repeat(600_000) + "</t></si></sst>");
        parts.put("xl/styles.xml", "<styleSheet>" + " ".repeat(600_000) + "</styleSheet>");
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (name, xml) -> xml.replace(
                        "</Relationships>",
                        "<Relationship Id='r2' Type='x/sharedStrings' Target='sharedStrings.xml'/>"
                                + "<Relationship Id='r3' Type='x/styles' Target='styles.xml'/></Relationships>"));

        assertThat(faultOf(Uploads.zip(parts), narrow)).isEqualTo(TableFault.ZIP_BOMB);
    }

    @Test
    void thousands_of_parts_are_refused() {
        Map<String, String> parts = new LinkedHashMap<>(Uploads.handmadeParts("<worksheet/>"));
        for (int i = 0; i <= LIMITS.zipEntries(); i++) {
            parts.put("junk/" + i, "");
        }

        assertThat(faultOf(Uploads.zip(parts), LIMITS)).isEqualTo(TableFault.ZIP_BOMB);
    }

    @Test
    void a_document_type_is_refused_and_with_it_every_entity() {
        var parts = Uploads.handmadeParts("<!DOCTYPE worksheet [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
                + "<worksheet><sheetData><row><c t='inlineStr'><is><t>&a;</t></is></c></row></sheetData></worksheet>");

        assertThat(faultOf(Uploads.zip(parts), LIMITS)).isEqualTo(TableFault.BROKEN_WORKBOOK);
    }

    @Test
    void a_cell_that_refers_to_a_text_far_beyond_the_last_is_broken() {
        assertThat(faultOf(sheet("<row><c t='s'><v>2000000000</v></c></row>"), LIMITS))
                .isEqualTo(TableFault.BROKEN_WORKBOOK);
    }

    @Test
    void a_cell_far_to_the_right_makes_no_row_as_wide() {
        assertThat(faultOf(sheet("<row r='1'><c r='ZZZZZZ1'><v>1</v></c></row>"), LIMITS))
                .isEqualTo(TableFault.BROKEN_WORKBOOK);
        assertThat(faultOf(sheet("<row r='1'><c r='XFD1'><v>1</v></c></row>"), LIMITS))
                .isEqualTo(TableFault.TOO_MANY_COLUMNS);
    }

    @Test
    void a_text_without_end_stops_at_the_limit_with_its_place() {
        var long_ = "<row r='7'><c r='C7' t='inlineStr'><is><t>" + "x".repeat(30_000) + "</t></is></c></row>";

        var fault = catchThrowableOfType(UnreadableTable.class, () -> read(sheet(long_), LIMITS));

        assertThat(fault.fault()).isEqualTo(TableFault.CELL_TOO_LONG);
        assertThat(fault.arguments()).containsExactly(7, "C", LIMITS.cellLength());
    }

    @Test
    void cells_of_an_unknown_kind_and_numbers_that_are_none_are_broken() {
        assertThat(faultOf(sheet("<row><c t='zz'><v>1</v></c></row>"), LIMITS)).isEqualTo(TableFault.BROKEN_WORKBOOK);
        assertThat(faultOf(sheet("<row><c><v>one</v></c></row>"), LIMITS)).isEqualTo(TableFault.BROKEN_WORKBOOK);
        assertThat(faultOf(sheet("<row r='one'/>"), LIMITS)).isEqualTo(TableFault.BROKEN_WORKBOOK);
    }

    private static byte[] sheet(String rows) {
        return Uploads.handmade("<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    private static TableFault faultOf(byte[] content, TableLimits limits) {
        return catchThrowableOfType(UnreadableTable.class, () -> read(content, limits))
                .fault();
    }

    private static void read(byte[] content, TableLimits limits) {
        Uploads.rows(TableFile.of("x.xlsx", content, limits));
    }
}
