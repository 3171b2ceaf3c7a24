package org.samklima.portal.planning.communication.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A document across A4, written from the top down. Its headings are headings to Word as well, for its navigation. */
final class WordDocument {

    /** Twentieths of a point. */
    private static final int A4_LONG = 16838;

    private static final int A4_SHORT = 11906;
    private static final int MARGIN = 964;
    private static final int WIDTH = A4_LONG - 2 * MARGIN;

    private static final String TITLE = "Heading1";
    private static final String SUBTITLE = "Heading2";
    private static final String FONT = "Calibri";
    private static final String HEAD = "E7EEEC";
    private static final String LINE_COLOUR = "9AA8A4";

    /** Eighths of a point. */
    private static final int LINE = 4;

    private static final int TEXT_SIZE = 10;
    private static final int TABLE_SIZE = 9;

    private final XWPFDocument document = new XWPFDocument();

    WordDocument(String title, Locale language) {
        document.getProperties().getCoreProperties().setTitle(title);
        document.getProperties().getCoreProperties().setCreator("Samklima");
        var section = document.getDocument().getBody().addNewSectPr();
        section.addNewPgSz().setOrient(STPageOrientation.LANDSCAPE);
        section.getPgSz().setW(BigInteger.valueOf(A4_LONG));
        section.getPgSz().setH(BigInteger.valueOf(A4_SHORT));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        styles(language);
    }

    /** @param question that the column answers; empty where its heading says all */
    record Heading(String text, String question) {}

    private void styles(Locale language) {
        var styles = document.createStyles();
        var fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage(spelling(language));
        styles.addStyle(heading(TITLE, "heading 1", 0, 32));
        styles.addStyle(heading(SUBTITLE, "heading 2", 1, 24));
    }

    private static String spelling(Locale language) {
        return switch (language.getLanguage()) {
            case "sv" -> "sv-SE";
            case "da" -> "da-DK";
            case "de" -> "de-DE";
            default -> "en-GB";
        };
    }

    /** @param halfPoints its size */
    private static XWPFStyle heading(String id, String name, int level, int halfPoints) {
        var style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        style.addNewUiPriority().setVal(BigInteger.valueOf(9));
        var paragraph = style.addNewPPr();
        paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level));
        paragraph.addNewKeepNext();
        var run = style.addNewRPr();
        run.addNewB();
        run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        return new XWPFStyle(style);
    }

    void heading(String text) {
        heading(text, TITLE, 360);
    }

    void smallHeading(String text) {
        heading(text, SUBTITLE, 240);
    }

    private void heading(String text, String style, int before) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(120);
        paragraph.createRun().setText(text);
    }

    /** Each line a paragraph of its own. */
    void text(String text) {
        text.lines().forEach(line -> {
            var paragraph = document.createParagraph();
            paragraph.setSpacingAfter(60);
            write(paragraph, line, TEXT_SIZE, false);
        });
    }

    /**
     * A table whose headings stand again on every page.
     *
     * @param widths of its columns, in hundredths of the page's
     */
    void table(List<Heading> headings, List<Integer> widths, List<List<String>> rows) {
        var table = document.createTable(rows.size() + 1, headings.size());
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(WIDTH);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setCellMargins(50, 90, 50, 90);
        table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, LINE, 0, LINE_COLOUR);
        table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, LINE, 0, LINE_COLOUR);
        table.setLeftBorder(XWPFTable.XWPFBorderType.SINGLE, LINE, 0, LINE_COLOUR);
        table.setRightBorder(XWPFTable.XWPFBorderType.SINGLE, LINE, 0, LINE_COLOUR);
        table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, LINE, 0, LINE_COLOUR);
        table.setInsideVBorder(XWPFTable.XWPFBorderType.SINGLE, LINE, 0, LINE_COLOUR);
        columns(table, widths);
        head(table.getRow(0), headings);
        for (int number = 0; number < rows.size(); number++) {
            var row = table.getRow(number + 1);
            row.setCantSplitRow(true);
            for (int column = 0; column < headings.size(); column++) {
                lines(row.getCell(column), rows.get(number).get(column));
            }
        }
    }

    private static void columns(XWPFTable table, List<Integer> widths) {
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(WIDTH * width / 100)));
        for (var row : table.getRows()) {
            for (int column = 0; column < widths.size(); column++) {
                row.getCell(column).setWidthType(TableWidthType.DXA);
                row.getCell(column).setWidth(String.valueOf(WIDTH * widths.get(column) / 100));
            }
        }
    }

    private static void head(XWPFTableRow row, List<Heading> headings) {
        row.setRepeatHeader(true);
        row.setCantSplitRow(true);
        for (int column = 0; column < headings.size(); column++) {
            var cell = row.getCell(column);
            cell.setColor(HEAD);
            write(cell.getParagraphs().getFirst(), headings.get(column).text, TABLE_SIZE, true);
            if (!headings.get(column).question.isEmpty()) {
                write(cell.addParagraph(), headings.get(column).question, TABLE_SIZE, false);
            }
        }
    }

    private static void lines(XWPFTableCell cell, String text) {
        var lines = text.lines().toList();
        for (int number = 0; number < lines.size(); number++) {
            write(
                    number == 0 ? cell.getParagraphs().getFirst() : cell.addParagraph(),
                    lines.get(number),
                    TABLE_SIZE,
                    false);
        }
    }

    private static void write(XWPFParagraph paragraph, String text, int size, boolean bold) {
        var run = paragraph.createRun();
        run.setFontSize(size);
        run.setBold(bold);
        run.setText(text);
    }

    /** On every page, with its number. */
    void footer(String text) {
        var paragraph = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
        write(paragraph, text + " · ", TABLE_SIZE, false);
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (document) {
            document.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
