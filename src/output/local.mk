# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += liboutput.a
liboutput_a_SOURCES = \
  %D%/comment.c %D%/comment.h \
  %D%/delimited.c %D%/delimited.h \
  %D%/edge_list.c %D%/edge_list.h \
  %D%/emit.c %D%/emit.h \
  %D%/gexf.c %D%/gexf.h \
  %D%/graphml.c %D%/graphml.h \
  %D%/grid.c %D%/grid.h \
  %D%/json.c %D%/json.h \
  %D%/json_result.c \
  %D%/latex.c %D%/latex.h \
  %D%/latex_escape.c \
  %D%/layout.c %D%/layout.h \
  %D%/markdown.c %D%/markdown.h \
  %D%/print.c %D%/print.h \
  %D%/table.c %D%/table.h \
  %D%/wrap.c %D%/wrap.h \
  %D%/xml.c %D%/xml.h
