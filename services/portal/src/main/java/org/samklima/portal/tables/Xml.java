package org.samklima.portal.tables;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML of a workbook's parts. Document types are refused outright, so that neither external entities nor entities
 * that expand into each other can do anything.
 */
final class Xml implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader reader;

    Xml(InputStream in) {
        this.in = in;
        try {
            reader = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        // Without one the parser writes to standard error what it throws anyway.
        factory.setXMLReporter((message, type, related, location) -> {});
        return factory;
    }

    /** Goes on to the next event; false after the last. */
    boolean next() {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            if (reader.next() == XMLStreamConstants.DTD) {
                throw new UnreadableTable(TableFault.BROKEN_WORKBOOK);
            }
            return true;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Goes to the outermost element and names it. */
    String root() {
        while (!reader.isStartElement()) {
            if (!next()) {
                return "";
            }
        }
        return reader.getLocalName();
    }

    boolean atStart(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    boolean atEnd(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    /**
     * Goes to the end of the element at hand and returns the text in it, without that of the elements to be left out.
     *
     * @throws UnreadableTable where it is longer than permitted
     */
    String text(int most, String leftOut) {
        var element = reader.getLocalName();
        var text = new StringBuilder();
        int omitting = 0;
        while (next() && !atEnd(element)) {
            if (atStart(leftOut)) {
                omitting++;
            } else if (atEnd(leftOut)) {
                omitting--;
            } else if (reader.isCharacters() && omitting == 0) {
                if (text.length() + reader.getTextLength() > most) {
                    throw new TextTooLong();
                }
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
        return text.toString();
    }

    /** Only who asked for the text knows where in the table it stands. */
    static final class TextTooLong extends RuntimeException {
        TextTooLong() {
            super("text too long", null, false, false);
        }
    }

    /** An attribute by its local name, whatever its namespace. */
    @Nullable String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    @Override
    public void close() {
        try {
            reader.close();
            in.close();
        } catch (XMLStreamException | IOException e) {
            throw broken(e);
        }
    }

    /** A limit that was passed while the parser was reading travels through it as the cause. */
    private static UnreadableTable broken(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableTable unreadable) {
                return unreadable;
            }
        }
        return new UnreadableTable(e, TableFault.BROKEN_WORKBOOK);
    }
}
