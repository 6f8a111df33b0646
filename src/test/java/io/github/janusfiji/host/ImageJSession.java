/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.host;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.NewImage;
import ij.plugin.frame.Recorder;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Window;
import java.io.File;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;

/**
 * A user in front of plain ImageJ, in a Java machine of its own whose class path
 * holds nothing but ImageJ and this class: Janus comes from the plugins folder.
 * Prints what the user sees, one fact a line.
 */
final class ImageJSession {

	private ImageJSession() {}

	/**
	 * @param args a folder to write to; or a clip and a model to preview
	 * @throws Exception if something does not appear in time
	 */
	public static void main(final String[] args) throws Exception {
		if (args.length > 1) preview(args[0], args[1]);
		else everything(args[0]);
		System.exit(0);
	}

	private static void everything(final String folder) throws Exception {
		final String clip = new File(folder, "my clip.tif").getPath();
		IJ.saveAsTiff(NewImage.createRGBImage("clip", 40, 30, 3,
			NewImage.FILL_RAMP), clip);
		new ImageJ();
		for (final Object label : Menus.getCommands().keySet()) {
			if (String.valueOf(Menus.getCommands().get(label)).contains(
				"Janus_Command")) System.out.println("command " + label);
		}
		new Recorder();
		open(clip);
		System.out.println("recorded " + recorded());
		IJ.runMacro(recorded().replace("run(", "setBatchMode(false); run("));
		System.out.println("images " + WindowManager.getImageCount());
		batch(folder, clip);
		cancel();
		System.out.println("after cancel " + recorded());
		fail(folder);
	}

	/** A night's work, with every kind of mistake in it. */
	private static void batch(final String folder, final String clip) {
		final String faces = new File(folder, "none.tif").getPath();
		final String[] mistakes = { "output=[" + faces + "]", "wrong=1",
			"size=abc output=[" + faces + "]", "kind=film output=[" + faces + "]", "",
			"input=[" + clip + ".gone] output=[" + faces + "]" };
		final var macro = new StringBuilder(
			"setBatchMode(true); run('Open Video...', 'input=[" + clip +
				"]'); t = getTitle(); n = nImages; close(); ");
		for (final String mistake : mistakes)
			macro.append("run('Extract Faces...', '" + mistake + "'); ");
		macro.append("run('Extract Faces...'); return t + ' ' + n;");
		IJ.log("\\Clear");
		final int windows = dialogs();
		System.out.println("batch " + IJ.runMacro(macro.toString().replace("'",
			"\"")));
		System.out.println("dialogs of a batch " + (dialogs() - windows));
		System.out.println("sentences " + IJ.getLog().lines().filter(line -> line
			.startsWith("Extract Faces: ")).count());
		System.out.println("closed image " + IJ.getLog().contains(
			"There is nothing to work on"));
	}

	private static int dialogs() {
		int shown = 0;
		for (final Window window : Window.getWindows())
			if (window instanceof Dialog && window.isShowing()) shown++;
		return shown;
	}

	private static void preview(final String clip, final String model)
		throws Exception
	{
		new ImageJ();
		IJ.doCommand("Swap Faces...");
		final Dialog dialog = dialog("Swap Faces");
		type(dialog, "Video or folder", clip);
		tick(dialog, "Preview", true);
		System.out.println("nothing without a model " + WindowManager
			.getImageCount());
		tick(dialog, "Preview", false);
		type(dialog, "Preview at", "0");
		type(dialog, "Face model", model);
		// The model's people are read beside, and may change whose face is shown.
		System.out.println("names " + await(() -> named(dialog)));
		tick(dialog, "Preview", true);
		final ImagePlus image = await(WindowManager::getCurrentImage);
		System.out.println("shown " + image.getTitle());
		final int[] hull = pixels(image);
		final int[] grown = change(image, hull, () -> type(dialog, "Grow mask",
			"9"));
		System.out.println("another picture " + !Arrays.equals(hull, grown));
		type(dialog, "Grow mask", "-");
		System.out.println("nothing for half a number " + WindowManager
			.getImageCount());
		final int[] back = change(image, grown, () -> type(dialog, "Grow mask",
			"0"));
		System.out.println("back again " + Arrays.equals(hull, back));
		tick(dialog, "Preview", false);
		await(() -> WindowManager.getImageCount() == 0 ? "closed" : null);
		System.out.println("windows after OFF " + WindowManager.getImageCount());
		tick(dialog, "Preview", true);
		await(WindowManager::getCurrentImage);
		press(dialog, "Cancel");
		await(() -> WindowManager.getImageCount() == 0 ? "closed" : null);
		System.out.println("windows after Cancel " + WindowManager
			.getImageCount());
	}

	/** The face that is put in, once it has a name; else null. */
	private static String named(final Dialog dialog) {
		final var text = new String[1];
		part(dialog, "Face to put in", JComboBox.class, box -> text[0] = String
			.valueOf(box.getSelectedItem()));
		return text[0].contains(": ") ? text[0] : null;
	}

	private static int[] change(final ImagePlus image, final int[] from,
		final Runnable setting) throws TimeoutException
	{
		final long start = System.nanoTime();
		setting.run();
		final int[] changed = await(() -> Arrays.equals(from, pixels(image)) ? null
			: pixels(image));
		System.out.println("changed in " + (System.nanoTime() - start) / 1e9);
		return changed;
	}

	private static int[] pixels(final ImagePlus image) {
		return ((int[]) image.getProcessor().getPixels()).clone();
	}

	private static void tick(final Dialog dialog, final String label,
		final boolean state)
	{
		EventQueue.invokeLater(() -> part(dialog, label, JCheckBox.class,
			box -> box.setSelected(state)));
	}

	private static void type(final Dialog dialog, final String label,
		final String text)
	{
		EventQueue.invokeLater(() -> part(dialog, label, JTextField.class,
			field -> field.setText(text)));
	}

	/** Does something with the field behind a label. */
	private static <T> void part(final Container parent, final String label,
		final Class<T> type, final Consumer<T> use)
	{
		for (final Component part : parent.getComponents()) {
			if (part instanceof JComponent named && label.equals(named
				.getAccessibleContext().getAccessibleName())) first(named, type, use);
			else if (part instanceof Container inside) part(inside, label, type, use);
		}
	}

	private static <T> boolean first(final Component part, final Class<T> type,
		final Consumer<T> use)
	{
		if (type.isInstance(part)) {
			use.accept(type.cast(part));
			return true;
		}
		if (part instanceof Container container) for (final Component inner : container
			.getComponents())
			if (first(inner, type, use)) return true;
		return false;
	}

	private static void open(final String clip) throws Exception {
		IJ.doCommand("Open Video...");
		final Dialog dialog = dialog("Open Video");
		type(dialog, "Video", clip);
		press(dialog, "OK");
		final ImagePlus image = await(WindowManager::getCurrentImage);
		System.out.println("opened " + image.getStackSize() + " " + image
			.getTitle());
		await(() -> recorded().isEmpty() ? null : recorded());
	}

	private static void cancel() throws Exception {
		IJ.doCommand("Extract Faces...");
		press(dialog("Extract Faces"), "Cancel");
		await(() -> find("Extract Faces") == null ? "closed" : null);
	}

	/** What is wrong is told in the dialog, which stays as it was. */
	private static void fail(final String folder) throws Exception {
		IJ.doCommand("Extract Faces...");
		final Dialog dialog = dialog("Extract Faces");
		press(dialog, "OK");
		System.out.println("needed " + await(() -> says(dialog,
			"'Face set to write' is needed.")));
		final String gone = new File(folder, "gone.mp4").getPath();
		type(dialog, "Video or folder", gone);
		type(dialog, "Face set to write", new File(folder, "f.tif").getPath());
		press(dialog, "OK");
		System.out.println("failed with a message " + await(() -> dialog
			.isShowing() ? says(dialog, gone) : null));
		press(dialog, "Cancel");
		await(() -> find("Extract Faces") == null ? "closed" : null);
		System.out.println("after failure " + recorded());
	}

	/** "true" if a text in a dialog holds some words, else null. */
	private static String says(final Container parent, final String words) {
		for (final Component part : parent.getComponents()) {
			if (part instanceof JTextComponent text && !(part instanceof JTextField) &&
				text.isVisible() && text.getText().contains(words)) return "true";
			if (part instanceof Container inside && says(inside,
				words) != null) return "true";
		}
		return null;
	}

	private static String recorded() {
		return ((Recorder) WindowManager.getWindow("Recorder")).getText().strip();
	}

	private static Dialog dialog(final String title) throws TimeoutException {
		return await(() -> find(title));
	}

	private static Dialog find(final String title) {
		for (final Window window : Window.getWindows()) {
			if (window instanceof Dialog dialog && dialog.isShowing() && dialog
				.getTitle().equals(title)) return dialog;
		}
		return null;
	}

	private static void press(final Container parent, final String label) {
		for (final Component part : parent.getComponents()) {
			if (part instanceof AbstractButton button && label.equals(button
				.getText())) EventQueue.invokeLater(button::doClick);
			else if (part instanceof Container inside) press(inside, label);
		}
	}

	private static <T> T await(final Supplier<T> what) throws TimeoutException {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (System.nanoTime() < end) {
			final T found = what.get();
			if (found != null) return found;
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
		}
		throw new TimeoutException("It did not appear within a minute.");
	}
}
