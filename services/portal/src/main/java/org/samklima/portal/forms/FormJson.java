package org.samklima.portal.forms;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * A report form inside another document, in the shape of its file. Read like this it is believed to come from ourselves:
 * a file from elsewhere is read with {@link FormFile}, which says what is wrong with it.
 */
final class FormJson {

    private FormJson() {}

    static final class Serializer extends StdSerializer<ReportForm> {

        Serializer() {
            super(ReportForm.class);
        }

        @Override
        public void serialize(ReportForm form, JsonGenerator json, SerializationContext context) {
            json.writeTree(FormWriter.write(form));
        }
    }

    static final class Deserializer extends StdDeserializer<ReportForm> {

        Deserializer() {
            super(ReportForm.class);
        }

        @Override
        public ReportForm deserialize(JsonParser json, DeserializationContext context) {
            var text = new StringWriter();
            try (var copy = context.tokenStreamFactory().createGenerator(ObjectWriteContext.empty(), text)) {
                copy.copyCurrentStructureExact(json);
            }
            return FormFile.readOwn(text.toString());
        }
    }
}
