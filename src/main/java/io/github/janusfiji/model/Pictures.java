package io.github.janusfiji.model;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes PNG pictures with text chunks. */
final class Pictures {

	private static final String FORMAT = "javax_imageio_png_1.0";

	private Pictures() {}

	/**
	 * @param width px
	 * @param height px
	 * @param argb {@code width × height} opaque pixels
	 * @param texts for the picture's metadata, plain Latin letters
	 * @param out takes the PNG; not closed
	 * @throws IOException if it cannot be written
	 */
	static void writePng(final int width, final int height, final int[] argb,
		final Map<String, String> texts, final OutputStream out) throws IOException
	{
		final var image = new BufferedImage(width, height,
			BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, width, height, argb, 0, width);
		final var writer = ImageIO.getImageWritersByFormatName("png").next();
		try (var stream = new MemoryCacheImageOutputStream(out)) {
			final var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier
				.createFromRenderedImage(image), null);
			final var root = new IIOMetadataNode(FORMAT);
			final var list = new IIOMetadataNode("tEXt");
			texts.forEach((key, text) -> {
				final var entry = new IIOMetadataNode("tEXtEntry");
				entry.setAttribute("keyword", key);
				entry.setAttribute("value", text);
				list.appendChild(entry);
			});
			root.appendChild(list);
			metadata.mergeTree(FORMAT, root);
			writer.setOutput(stream);
			writer.write(new IIOImage(image, null, metadata));
		}
		finally {
			writer.dispose();
		}
	}
}
